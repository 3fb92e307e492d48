/** The words of `giar check --watch`. */
export const watchTexts = {
  zh: {
    watch: '文件每次保存后重新核对，直到按 Ctrl-C；退出码是最后一次核对的',
    watchStdin: '标准输入不能用 --watch',
    watchWaiting: '等待文件变化；按 Ctrl-C 结束',
  },
  en: {
    watch:
      'check again whenever a file is saved, until Ctrl-C; the exit code is that of the last check',
    watchStdin: 'standard input cannot be watched',
    watchWaiting: 'waiting for changes; Ctrl-C ends',
  },
};
