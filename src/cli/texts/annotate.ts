/** Words of `giar annotate`. */
export const annotateTexts = {
  zh: {
    annotate: '写出带标注的副本：有问题的格子标上颜色、加上批注（Word 和 Excel）',
    annotateFile: '报告文件（docx、docm、xlsx、xlsm）',
    annotateOutput: '写到这个文件（不写则在原文件旁边，如 年报.annotated.docx）',
    annotateKinds:
      '{file} 不能标注：只有 Word（docx、docm）和 Excel（xlsx、xlsm）可以。旧的 doc、xls 请先另存为 docx、xlsx',
    annotateInput: '标注要写成文件，不能从标准输入读取',
    annotateInPlace: '副本不能写到原文件上，请换一个文件名',
    annotateNothing: '没有发现问题，没有写出副本',
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
    annotateInPlace: 'the copy cannot take the place of the report; name another file',
    annotateNothing: 'nothing was found, and no copy was written',
    annotateDone:
      'findings marked: {n}. Red is an error, yellow a warning, grey waived; pale are other cells of the same equation',
    annotateDisplaced: 'comments whose places take none, written at the beginning of the file: {n}',
    annotateSigned: 'the report has a digital signature, which the copy no longer holds to',
  },
};
