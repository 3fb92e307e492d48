const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

function fonts(eastAsian: string): string {
  return `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${eastAsian}" w:cs="Times New Roman"/>`;
}

function paragraphStyle(id: string, name: string, paragraph: string, run: string): string {
  const base = id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>';
  const isDefault = id === 'Normal' ? ' w:default="1"' : '';
  return `<w:style w:type="paragraph"${isDefault} w:styleId="${id}"><w:name w:val="${name}"/>${base}<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
}

function borders(): string {
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
  return sides
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
    .join('');
}

const grid = `<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>${borders()}</w:tblBorders><w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`;

/** Sizes are in half points, distances in twentieths of a point. */
export const stylesXml = `<w:styles xmlns:w="${namespace}"><w:docDefaults><w:rPrDefault><w:rPr>${fonts('宋体')}<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>${[
  paragraphStyle('Normal', 'Normal', '<w:jc w:val="both"/>', ''),
  paragraphStyle(
    'Title',
    'Title',
    '<w:spacing w:before="240" w:after="360"/><w:jc w:val="center"/>',
    `${fonts('黑体')}<w:b/><w:sz w:val="36"/>`,
  ),
  paragraphStyle(
    'Heading1',
    'heading 1',
    '<w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="0"/>',
    `${fonts('黑体')}<w:b/><w:sz w:val="28"/>`,
  ),
  paragraphStyle(
    'Text',
    'Body Text',
    '<w:spacing w:line="360" w:lineRule="auto"/><w:ind w:firstLine="480"/>',
    '<w:sz w:val="24"/>',
  ),
  paragraphStyle('Cell', 'Table Cell', '<w:jc w:val="left"/>', '<w:sz w:val="18"/>'),
].join('')}${grid}</w:styles>`;
