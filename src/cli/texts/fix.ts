/** Words of `giar check --fix`. */
export const fixTexts = {
  zh: {
    fix: '把有把握的改法写到副本里（report.fixed.json、年报.fixed.docx），原文件不动；退出码仍按原文件',
    fixForce: '与 --fix 同用：副本已存在时覆盖',
    fixNothing: '{file}：没有有把握的改法，没有写出副本',
    fixChanged: '{file}：已改 {cell}：{from} → {to}',
    fixLeft: '{file}：没有改 {cell}（应为 {to}）：{why}',
    fixUnsure: '{file}：有 {n} 处错误没有有把握的改法，没有改',
    fixFormat: '{file} 不能写出改好的副本：只有 report.json、docx、xlsx 可以',
    fixVerdict: '{file} 再次核对：{verdict}',
    fixVerdicts: { pass: '通过', fail: '不通过', 'not-assessable': '无法评定' },
    fixObstacles: {
      place: '原处找不到这个数',
      formula: '这一格是公式',
      'formula-beside': '相关的格子里有公式，改后的结果无法预知',
      text: '这一格里还有其他文字，不能确定改哪里',
      tracked: '这一格里有修订记录',
      shared: '这一格的文字有多种字体',
      together: '要一起改的另一格不能改',
    },
  },
  en: {
    fix: 'write what is certain to be a slip, mended, to a copy (report.fixed.json, report.fixed.docx), never to the file itself; the exit code is that of the file',
    fixForce: 'with --fix: replace a copy that is there',
    fixNothing: '{file}: no repair is certain, and no copy was written',
    fixChanged: '{file}: changed {cell}: {from} → {to}',
    fixLeft: '{file}: did not change {cell} (ought to be {to}): {why}',
    fixUnsure: '{file}: errors without a certain repair, left as they are: {n}',
    fixFormat: '{file}: no mended copy can be written; only report.json, docx and xlsx can',
    fixVerdict: '{file} checked again: {verdict}',
    fixVerdicts: { pass: 'passes', fail: 'fails', 'not-assessable': 'cannot be assessed' },
    fixObstacles: {
      place: 'the figure was not found there',
      formula: 'the cell is a formula',
      'formula-beside':
        'a cell that it is summed with is a formula, and what that would come to is not known',
      text: 'there is more in the cell, and it is not clear what to change',
      tracked: 'the cell has tracked changes',
      shared: 'the text of the cell is set in several fonts',
      together: 'another cell, which would have to be changed with it, cannot be',
    },
  },
};
