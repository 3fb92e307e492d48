/** The words of `giar completion`. */
export const completionTexts = {
  zh: {
    completion: '输出命令行补全脚本（bash、zsh 或 fish）',
    completionShell: 'bash、zsh 或 fish',
  },
  en: {
    completion: 'print a script that completes giar’s commands in bash, zsh or fish',
    completionShell: 'bash, zsh or fish',
  },
};
