import type { Problem, ProblemArgs, ProblemCode } from '../model/problem.ts';
import type { Language, Slots, Words } from '../model/words.ts';
import { fill } from './fill.ts';
import { brief, visible } from './visible.ts';

type Checked<W extends Record<ProblemCode, Words>> = {
  [C in ProblemCode]: [Slots<W[C]['zh']> | Slots<W[C]['en']>] extends [keyof ProblemArgs[C]]
    ? W[C]
    : never;
};

function wordsFor<const W extends Record<ProblemCode, Words>>(words: W & Checked<W>): W {
  return words;
}

const problemWords = wordsFor({
  'file-missing': {
    zh: '找不到文件。请核对文件名和所在文件夹',
    en: 'there is no such file; check its name and folder',
  },
  'file-directory': {
    zh: '这是文件夹，不是文件。要检查其中的报告，请写成 "{folder}/*"；连同下级文件夹，请写成 "{folder}/**"',
    en: 'this is a folder, not a file; to check the reports in it write "{folder}/*", or "{folder}/**" with the folders below',
  },
  'file-denied': {
    zh: '文件无法读取（{reason}）。请检查权限，或先关闭占用它的程序',
    en: 'the file cannot be read ({reason}); check its permissions, or close the program that holds it',
  },
  'file-special': {
    zh: '这不是普通文件（是管道或设备），批量核对不读取。请先把内容存成文件',
    en: 'this is no regular file (a pipe or a device), which an audit does not read; save what it gives to a file',
  },
  'folder-again': {
    zh: '这个链接指向一个已经查过的文件夹，没有再查',
    en: 'this link leads into a folder that was searched already, and was not followed',
  },
  'thread-died': {
    zh: '读取时程序的线程意外结束（可能是内存不足），这个文件没有核对',
    en: 'the thread that read it ended (perhaps for want of memory); the file was not checked',
  },
  'thread-hung': {
    zh: '超过 {seconds} 秒没有读完，这个文件没有核对',
    en: 'it was not read within {seconds} seconds and was not checked',
  },
  'file-empty': {
    zh: '文件是空的，没有可检查的内容',
    en: 'the file is empty; there is nothing to check',
  },
  'file-too-large': {
    zh: '超过大小上限 {limit}。确需检查请用 --max-size 放宽',
    en: 'larger than the limit of {limit}; raise it with --max-size if this is intended',
  },
  'pattern-unmatched': {
    zh: '没有符合这一写法的文件',
    en: 'no file matches this pattern',
  },
  'format-unsupported': {
    zh: '这是 {format} 文件，无法读取。可以读取的有：Word（docx、doc、wps）、Excel（xlsx）、网页（html）、PDF、纯文本、Markdown、CSV 和 report.json',
    en: 'this is {format}, which cannot be read; what can be read: Word (docx, doc, wps), Excel (xlsx), HTML, PDF, plain text, Markdown, CSV and report.json',
  },
  'encoding-unknown': {
    zh: '不是文本文件，或者文字编码无法识别。是文本的，请另存为 UTF-8 后再试',
    en: 'this is no text, or its encoding is not recognised; if it is a text, save it as UTF-8 and try again',
  },
  'archive-broken': {
    zh: '文件已损坏或不完整（{reason}）。请重新下载，或用 Word、WPS 打开后另存再试',
    en: 'the file is damaged or incomplete ({reason}); download it again, or open it and save it anew',
  },
  'document-broken': {
    zh: '这份 {format} 文件已损坏，无法读取（{reason}）。请重新下载，或打开后另存再试',
    en: 'this {format} file is damaged and cannot be read ({reason}); download it again, or open it and save it anew',
  },
  'message-unread': {
    zh: '这是单个文件的网页（MHTML）或邮件，没有读到完整的网页正文。请用 Word、WPS 或浏览器打开，另存为 docx 或“网页，仅 HTML”再试',
    en: 'this is a web page in a single file (MHTML) or a mail, and no whole page was found in it; open it and save it as docx or as “web page, HTML only”',
  },
  'document-encrypted': {
    zh: '文件设有密码，无法读取。请先去掉密码，另存后再试',
    en: 'the file is protected by a password and cannot be read; save it without the password and try again',
  },
  'document-too-large': {
    zh: '{what}超过上限 {limit}，为安全起见没有读取。年度报告不会有这么大',
    en: '{what} above the limit of {limit}: for safety the document was not read; no annual report is that large',
  },
  'text-layer-missing': {
    zh: '这份 PDF 是扫描件，里面只有图片，没有文字，无法核对。请先做文字识别（OCR），或改用 Word 原件',
    en: 'this PDF is a scan: it has pictures but no text layer, so nothing can be checked; run OCR first, or take the original document',
  },
  'reader-missing': {
    zh: '读取 {format} 文件需要安装 LibreOffice，这台电脑上没有找到。请安装，或用 Word、WPS 打开后另存为 .docx 再试',
    en: 'reading {format} needs LibreOffice, which was not found on this machine; install it, or open the file and save it as .docx',
  },
  'reader-timeout': {
    zh: '{seconds} 秒内没有读完，已停止。文件可能已损坏或有意为难程序',
    en: 'not read within {seconds} seconds, so reading was stopped; the file may be damaged or hostile',
  },
  'characters-lost': {
    zh: '有 {count} 处文字的编码已损坏，以“�”代替，请对照原文',
    en: 'pieces of text that could not be decoded: {count}; “�” stands for them, look at the original',
  },
  'sheet-hidden': {
    zh: '工作表“{sheet}”是隐藏的，没有读取',
    en: 'the sheet “{sheet}” is hidden and was not read',
  },
  'rows-hidden': {
    zh: '工作表“{sheet}”有 {count} 行或列是隐藏的，其中的数字也参加了核对',
    en: 'the sheet “{sheet}” has hidden rows or columns ({count}); the figures in them were checked too',
  },
  'rows-unread': {
    zh: '工作表“{sheet}”有整块内容是隐藏的（{count} 行），没有读取。要核对请先取消隐藏，另存后再试',
    en: 'the sheet “{sheet}” has whole tables in hidden rows or columns (rows: {count}), which were not read; to check them unhide them and save',
  },
  'formula-unvalued': {
    zh: '单元格 {cell} 只有公式，没有算出的数值。请用 Excel、WPS 打开，重新计算并保存',
    en: 'the cell {cell} has a formula but no value; open the file in a spreadsheet program, recalculate and save',
  },
  'changes-tracked': {
    zh: '文件里有没有处理的修订，已按全部接受后的文字核对',
    en: 'the document has tracked changes; it was checked as if all were accepted',
  },
  'json-syntax': {
    zh: '不是正确的 JSON：读到{found}时出错。请检查附近的逗号、引号和括号',
    en: 'not valid JSON: unexpected {found}; look at the commas, quotes and brackets nearby',
  },
  'json-depth': {
    zh: '嵌套超过 {limit} 层，不是年度报告',
    en: 'nested more than {limit} levels deep; this is no annual report',
  },
  'json-duplicate-key': {
    zh: '“{key}”出现了两次，无法判断哪个算数。请删去一个',
    en: '"{key}" stands here a second time and there is no telling which one counts; delete one',
  },
  'json-forbidden-key': {
    zh: '不允许使用“{key}”作为名称。请删去',
    en: 'the key "{key}" is not allowed; delete it',
  },
  'no-reports': {
    zh: '其中没有任何报告，没有可检查的内容',
    en: 'there is no report in it; there is nothing to check',
  },
  'report-not-object': {
    zh: '这里应当是一份报告（用花括号括起来的对象），实际是 {found}',
    en: 'a report (an object in braces) is expected here, this is {found}',
  },
  'key-unknown': {
    zh: '没有“{key}”这个名称{nearest}。可用：{known}',
    en: 'unknown key "{key}"{nearest}; valid here: {known}',
  },
  'value-wrong': {
    zh: '这里应当是{expected}，实际是 {found}',
    en: '{expected} is expected here, this is {found}',
  },
  'line-length': {
    zh: '这一行应有 {expected} 个单元格（{columns}），实际有 {found} 个',
    en: 'cells in this line: {found}; the form has {expected} ({columns})',
  },
  'number-unsafe': {
    zh: '{found} 超出可以精确表示的范围（2^53），请核对数字',
    en: '{found} is beyond the numbers that can be held exactly (2^53); check the figure',
  },
  'year-missing': {
    zh: '没有写明年份。请加上 "year"（报告年度，如 2024）或 "edition"',
    en: 'the year is not given; add "year" (the year reported on, such as 2024) or "edition"',
  },
  'year-outside': {
    zh: '{year} 年没有全国统一的报告格式，无法检查（已有格式：{years}）',
    en: 'there is no national form for {year}, so it cannot be checked (forms: {years})',
  },
  'edition-unknown': {
    zh: '没有“{edition}”这一版格式（可用：{editions}）',
    en: 'unknown edition "{edition}" (known: {editions})',
  },
  'year-differs': {
    zh: '标题是 {year} 年，文中又写作 {other} 年，已按 {year} 年核对。请核对年份',
    en: 'its title says {year}, elsewhere it says {other}; it was checked as the report of {year}: make sure of the year',
  },
  'previous-not-before': {
    zh: '--previous 给出的是 {other} 年的报告，本报告是 {year} 年的，两年不相连，没有比较',
    en: 'the report given by --previous is that of {other}, and this one is that of {year}: they do not follow each other and were not compared',
  },
  'members-missing': {
    zh: '缺少 {count} 个单位的报告（{members}），只核对了汇总数不小于已有各单位之和',
    en: 'there are no reports of some members ({count}: {members}), so it was only checked that the region has no less than the others together',
  },
  'members-other-form': {
    zh: '以下单位的报告用了另一版格式，没有参加汇总核对：{members}',
    en: 'the reports of these members are on another edition of the form and were not added up: {members}',
  },
  'members-other-year': {
    zh: '以下单位的报告不是同一年度的，没有参加汇总核对：{members}',
    en: 'the reports of these members are of another year and were not added up: {members}',
  },
  'members-none': {
    zh: '没有任何单位的报告，汇总数无法核对',
    en: 'there is no report of any member, so the region could not be compared with their sum',
  },
  'members-unmatched': {
    zh: '没有找到“{region}”及其任何成员的报告，请核对名单里的机关名称与报告是否一致',
    en: 'there is no report of “{region}” or of any of its members; see that the list names organs as the reports do',
  },
  'region-missing': {
    zh: '“{region}”没有 {years} 年的汇总报告，成员的报告没有可以比较的',
    en: '“{region}” has no report for {years}, so there was nothing to compare its members with',
  },
  'members-column-missing': {
    zh: '成员名单的第一行没有“{column}”一栏',
    en: 'the first row of the list of members has no column “{column}”',
  },
  'members-cell-blank': {
    zh: '成员名单这一行的“{column}”是空的',
    en: 'the column “{column}” is blank in this row of the list of members',
  },
  'members-years': {
    zh: '起始年份 {since} 晚于截止年份 {until}',
    en: 'the first year, {since}, is after the last one, {until}',
  },
  'member-twice': {
    zh: '“{member}”在“{region}”的名单里已经有了（{other}），年份重叠，会加两次。请删去一处',
    en: '“{member}” is listed under “{region}” already ({other}), in some of the same years, and would be counted twice; delete one',
  },
  'member-of-itself': {
    zh: '“{region}”不能是自己的成员。本机关自己的数字，请以办公室的名义另列',
    en: '“{region}” cannot be a member of itself; list its own figures under the name of its office',
  },
  'members-circle': {
    zh: '名单互为上下级：{circle}',
    en: 'the list goes round in a circle: {circle}',
  },
  'index-cell-blank': {
    zh: '索引这一行的“{column}”是空的，没有核对',
    en: 'the column “{column}” is blank in this row of the index, so nothing was checked for it',
  },
  'index-unread': {
    zh: '索引这一行的文件“{file}”{reason}，没有核对',
    en: 'the file “{file}” that the index lists here {reason} and was not checked',
  },
  'index-twice': {
    zh: '索引里已经列过“{file}”（{other}），这一行没有采用',
    en: 'the index lists “{file}” already ({other}); this row was not used',
  },
  'index-differs': {
    zh: '{what}：报告写的是“{found}”，索引（{place}）写的是“{said}”，以报告为准',
    en: '{what}: the report says “{found}”, the index ({place}) says “{said}”; the report was believed',
  },
  'report-other': {
    zh: '文件里还有另一份报告“{title}”，没有核对，所以这个文件不算查完。请把每份报告单独存成文件再检查',
    en: 'there is another report in the document, “{title}”, which was not checked; save each report to a file of its own and check that',
  },
  'tables-missing': {
    zh: '没有 "tables"，报告里没有可检查的表格',
    en: 'there is no "tables": the report has no table to check',
  },
  'table-missing': {
    zh: '没有找到表格“{table}”，无法核对',
    en: 'the table “{table}” was not found, so it cannot be checked',
  },
  'table-blank': {
    zh: '表格“{table}”全部空白，无法核对。没有发生的请填 0',
    en: 'the table “{table}” is blank throughout, so it cannot be checked; write 0 where there was none',
  },
  'table-opaque': {
    zh: '表格“{table}”的位置上只有{what}，读不到里面的数字，无法核对。请使用有表格文字的版本',
    en: 'in place of the table “{table}” there is {what}: its figures cannot be read or checked; use a version that has the table as text',
  },
  'table-twice': {
    zh: '表格“{table}”出现了两次，数字不同（“{line}”一行），无法判断哪一份算数。请只保留一份',
    en: 'the table “{table}” stands here twice with different figures (line “{line}”) and there is no telling which counts; keep one',
  },
  'figures-missing': {
    zh: '所有表格里没有一个数字，只有“/”“无”一类的符号，无法核对。没有发生的请填 0',
    en: 'there is no figure in any table, only marks such as “/”, so nothing can be checked; write 0 where there was none',
  },
  'tables-not-found': {
    zh: '没有找到年度报告的法定表格，无法核对。请确认这是政府信息公开工作年度报告的全文，表格不是图片',
    en: 'none of the statutory tables was found, so nothing can be checked; make sure that this is the full annual report and that its tables are not pictures',
  },
  'tables-hidden': {
    zh: '看得见的内容里没有年度报告的法定表格，无法核对。隐藏的工作表或行列没有读取：表格在其中的，请取消隐藏，另存后再试',
    en: 'none of the statutory tables is in sight, so nothing can be checked; hidden sheets, rows and columns were not read: unhide them if the tables are there, and save',
  },
  'tables-opaque': {
    zh: '没有找到年度报告的法定表格，文件里只有{what}，读不到其中的数字，无法核对。请使用有表格文字的版本',
    en: 'none of the statutory tables was found, there is only {what}: its figures cannot be read or checked; use a version that has the tables as text',
  },
  'cells-uncertain': {
    zh: '表格“{table}”有 {count} 格的数字有不止一种读法（例如几格的数字连在一起），没有核对。请使用分格清楚的版本',
    en: 'in the table “{table}” figures can be read in more than one way (cells: {count}; digits of several cells run together, for example) and were not checked; use a version with the cells apart',
  },
  'line-unread': {
    zh: '“{line}”一行的数字与法定格式的 {expected} 格对不上（读到 {found}），没有读取',
    en: 'the figures of the line “{line}” could not be told apart by the {expected} cells of the form (found: {found}) and were not read',
  },
  'column-extra': {
    zh: '表格“{table}”有一栏“{label}”，不是法定格式的内容，没有核对',
    en: 'the table “{table}” has a column “{label}”, which the form does not have; it was not checked',
  },
  'line-extra': {
    zh: '“{line}”一行之后的“{label}”不是法定格式的内容，没有核对',
    en: 'after the line “{line}” stands “{label}”, which the form does not have; it was not checked',
  },
  'more-problems': { zh: '此外还有 {count} 处问题没有列出', en: 'and {count} more problems' },
  'prose-too-long': {
    zh: '正文的数太多，只核对了前 {count} 个',
    en: 'the prose has too many figures; only the first {count} were checked',
  },
  'rule-threw': {
    zh: '规则 {rule} 自身出错（{reason}），这份报告没有查完。这是程序的缺陷，请反馈',
    en: 'the rule {rule} failed itself ({reason}), so the report was not checked completely; this is a defect of the program, please report it',
  },
  'rules-off': {
    zh: '按设置关闭了 {count} 条规则，这些没有核对：{rules}',
    en: 'switched off by the settings and not checked ({count}): {rules}',
  },
  'rules-lowered': {
    zh: '按设置，这些规则只作提示，不影响结论：{rules}',
    en: 'by the settings only warnings, which decide no verdict: {rules}',
  },
  'rules-overridden': {
    zh: '按设置，另有 {count} 组规则只对部分报告关闭或只作提示',
    en: 'by the settings rules are off or only warnings for some reports besides (overrides: {count})',
  },
  'rules-tolerant': {
    zh: '按设置，正文的比例或金额有误差范围，范围内的出入没有列出',
    en: 'by the settings shares or sums of money in the prose may be off, and such differences are not listed',
  },
  'findings-tolerated': {
    zh: '按设置的误差范围，正文有 {count} 处出入没有列出',
    en: 'differences in the prose within what the settings tolerate, which are not listed: {count}',
  },
  'waiver-unused': {
    zh: '对 {rule} 的说明没有用上：现在没有这样的问题。请删去，或核对规则名、机关、年度和单元格',
    en: 'the waiver of {rule} is not used: there is no such finding now; delete it, or see that rule, organ, year and cells are right',
  },
  'waiver-changed': {
    zh: '对 {rule} 的说明已经失效：数字变了（{changes}）。请重新核对',
    en: 'the waiver of {rule} has lapsed, as figures have changed ({changes}); look at them again',
  },
  'waiver-over': {
    zh: '对 {rule} 的说明已经到期（{until}），不再有效',
    en: 'the waiver of {rule} has ended ({until}) and does not hold any more',
  },
  'waiver-subject': {
    zh: '没有写明是哪份报告。请写上 "organ" 和 "year"，或 "source"',
    en: 'it does not say which report it is about; give "organ" and "year", or "source"',
  },
});

/** The sentence of a problem, without its place. */
export function problemText({ code, args }: Problem, lang: Language): string {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(args)) {
    texts[name] = typeof value === 'string' ? brief(value) : visible(value[lang]);
  }
  return fill(problemWords[code], texts, lang);
}

/** The sentence of a problem after its place: `report.json:7:26: tables.requests: …`. */
export function placedProblem(problem: Problem, lang: Language): string {
  const path = problem.path === null ? '' : `${brief(problem.path)}: `;
  return `${visible(problem.source)}: ${path}${problemText(problem, lang)}`;
}
