/** Words of `giar annotate`. */
export const annotateTexts = {
  zh: {
    annotate: '写出带标注的副本：有问题的格子标上颜色、加上批注（Word 和 Excel）',
    annotateFile: '报告文件（docx、docm、xlsx、xlsm）',
    annotateOutput: '写到这个文件（不写则在原文件旁边，如 年报.annotated.docx）',
    annotateKinds:
      '{file} 不能标注：只有 Word（docx、docm）和 Excel（xlsx、xlsm）可以。旧的 doc、xls 请先另存为 docx、xlsx',
    annotateInput: '标注要写成文件，不能从标准输入读取',
    annotateEnding: '副本和原文件是同一种格式，请把 {file} 写成以 {ending} 结尾的文件名',
    annotateInPlace: '副本不能写到原文件上，请换一个文件名',
    annotateNothing: '没有发现问题，没有写出副本',
    annotateOpen:
      '有 {n} 项核对无法判断，没有可标注的，没有写出副本：空白的格请填写（确为 0 请填 0），详见 giar check',
    annotateDone:
      '标注了 {n} 处发现，颜色：红为错误，黄为提示，灰为已说明；浅色为同一等式中的其他格',
    annotateDisplaced: '有 {n} 条批注的位置不能加批注，写在了文件开头',
    annotateSigned: '原文件有数字签名，副本的签名已失效',
  },
  en: {
    annotate: 'write a marked copy: wrong cells coloured, with comments (Word and Excel)',
    annotateFile: 'the report (docx, docm, xlsx, xlsm)',
    annotateOutput: 'write to this file (otherwise beside the report, as report.annotated.docx)',
    annotateKinds:
      '{file} cannot be annotated: only Word (docx, docm) and Excel (xlsx, xlsm) can; save an old doc or xls as docx or xlsx first',
    annotateInput: 'annotating writes a file, and does not read standard input',
    annotateEnding:
      'the copy is of the same format as the report: name a file that ends in {ending}, not {file}',
    annotateInPlace: 'the copy cannot take the place of the report; name another file',
    annotateNothing: 'nothing was found, and no copy was written',
    annotateOpen:
      'checks that cannot be decided: {n}; there is nothing to mark, and no copy was written. Fill in the blank cells (0 where there was none); giar check names them',
    annotateDone:
      'findings marked: {n}. Red is an error, yellow a warning, grey waived; pale are other cells of the same equation',
    annotateDisplaced: 'comments whose places take none, written at the beginning of the file: {n}',
    annotateSigned: 'the report has a digital signature, which the copy no longer holds to',
  },
};
