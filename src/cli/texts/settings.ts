const zh = {
  config: '设置文件（不写则从当前文件夹往上找 giar.config.json）',
  noConfig: '不用找到的设置和说明',
  waivers: '说明文件（不写则为设置旁边的 giar.waivers.json）',
  baseline: '只对新问题判不通过：这个文件里已有的问题算作已说明',
  updateBaseline: '把现在的问题写进 --baseline 的文件，以后只看新问题',
  baselineMissing:
    '还没有 {file}。要接受现在的问题、以后只看新的，请加上 --update-baseline 再运行一次',
  baselineWanted: '--update-baseline 要和 --baseline 一起用，写明文件，如 giar.baseline.json',
  baselineOther: '{file} 不是基线（没有 "kind": "baseline"），没有覆盖',
  baselineReason: '基线：{today} 已有',
  baselineWritten: '基线 {file}：接受了 {n} 处问题',
  baselineAccepted: '其中 {n} 处是基线 {file} 已接受的',
  waiversElsewhere: '说明里有 {n} 条是关于其他报告的，这次没有用到',
  waive: '说明一处问题：写进 giar.waivers.json，以后照样显示，但不算错误',
  waiveFile: '报告文件',
  waiveCell:
    '单元格名，如 requests.newlyReceived.total；这条规则只有一处问题、或问题不在单元格里时可以不写',
  reason: '为什么可以这样（必须写）',
  by: '谁确认的',
  until: '到哪一天为止，如 2026-12-31',
  dayWanted: '日期写法如 2026-12-31',
  reasonWanted: '--reason 不能为空',
  untilOver: '--until {until} 已经过去，写了也不起作用',
  noFinding: '{file} 里没有这样的问题{near}。现有的问题：{found}',
  nothingFound: '{file} 里没有任何问题，没有可说明的',
  severalFindings: '{rule} 有不止一处问题，请写明单元格。现有的问题：{found}',
  alreadyWaived: '这处问题已经说明过了（{place}）',
  waived: '已写入 {file}：{rule}，{n} 处',
  folderUnwritable: '{file} 无法写入（{reason}）',
};

const en: typeof zh = {
  config: 'settings (otherwise the nearest giar.config.json in this folder or above)',
  noConfig: 'do not look for settings and waivers',
  waivers: 'a list of waivers (otherwise giar.waivers.json beside the settings)',
  baseline: 'fail on new findings only: those listed in this file count as accepted',
  updateBaseline: 'write the findings of today into the file of --baseline',
  baselineMissing:
    'there is no {file} yet; to accept the findings of today, and see only new ones from now on, run it once more with --update-baseline',
  baselineWanted: '--update-baseline needs --baseline with a file, such as giar.baseline.json',
  baselineOther: '{file} is no baseline (there is no "kind": "baseline") and was not replaced',
  baselineReason: 'baseline: there on {today}',
  baselineWritten: 'baseline {file}: findings accepted: {n}',
  baselineAccepted: 'of these the baseline {file} accepts: {n}',
  waiversElsewhere: 'waivers that are about other reports and were not needed: {n}',
  waive:
    'accept a finding with a reason: it is written to giar.waivers.json, shown, and counts no more',
  waiveFile: 'the report',
  waiveCell:
    'a cell, such as requests.newlyReceived.total; may be left out where the rule has only one finding, or one that is about no cell',
  reason: 'why it is accepted (required)',
  by: 'who accepts it',
  until: 'the last day on which it is accepted, such as 2026-12-31',
  dayWanted: 'a day such as 2026-12-31 is expected',
  reasonWanted: '--reason must not be blank',
  untilOver: '--until {until} is over already: the waiver would not hold',
  noFinding: 'there is no such finding in {file}{near}. Findings: {found}',
  nothingFound: 'there is no finding in {file}, so there is nothing to waive',
  severalFindings: '{rule} has several findings; name a cell. Findings: {found}',
  alreadyWaived: 'this finding has been waived already ({place})',
  waived: 'written to {file}: {rule}, findings: {n}',
  folderUnwritable: '{file} cannot be written ({reason})',
};

/** The words of settings, waivers and baselines. */
export const settingsTexts = { zh, en };
