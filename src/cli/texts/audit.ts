/** Words for what keeps an audit from being whole. */
const zh = {
  recordWrong: '{place} 不是 giar audit 写出的记录（{path} 不对），没有合并',
  threadsFailed:
    '线程无法启动（{reason}）。请用 --workers 减少线程，或放宽系统的限制（如 ulimit -n）',
  systemFailed: '系统拒绝了一项操作（{reason}），没有核对完',
  undone: '退出码 2，结果不完整：{reasons}。{look}',
  undoneNothing: '没有找到任何报告',
  undoneOpen: '{count} 份报告无法评定',
  undoneProblems: '{count} 个问题',
  undoneUnread: '提前结束，{count} 个文件没有读完',
  lookAt: '逐一说明见 {file}',
  lookOut: '加上 --out 文件夹 可得到逐一说明',
  levelsLater: '--members 在合并各份时（--merge）才比较，这一份没有比较上下级',
};

const en: typeof zh = {
  recordWrong: '{place} is no record that giar audit wrote (see {path}); nothing was merged',
  threadsFailed:
    'a thread could not be started ({reason}); ask for fewer with --workers, or raise the limits of the system (such as ulimit -n)',
  systemFailed: 'the system refused something ({reason}), so the audit was not finished',
  undone: 'exit code 2, the result is not whole: {reasons}; {look}',
  undoneNothing: 'no report was found',
  undoneOpen: 'reports not assessable: {count}',
  undoneProblems: 'problems: {count}',
  undoneUnread: 'ended early, files not read to the end: {count}',
  lookAt: '{file} tells them one by one',
  lookOut: 'with --out FOLDER they are told one by one',
  levelsLater: '--members compares when the shares are put together (--merge), not in this one',
};

export const auditWords = { zh, en };
