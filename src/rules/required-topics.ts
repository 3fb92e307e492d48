import { isGovernment } from '../model/organ.ts';
import { type Report, sentencesOf } from '../model/report.ts';
import { findingRule } from '../model/rule.ts';
import { unmentioned } from '../model/topics.ts';

const id = 'required-topics';

/** Of a shorter overview nobody can tell whether it is all that was written. */
const shortestOverview = 200;

function overviewLength(report: Report): number {
  const overview = report.form.edition.sections[0]?.id;
  return sentencesOf(report).reduce(
    (sum, { section, text }) => sum + (section === overview ? text.length : 0),
    0,
  );
}

export default findingRule({
  id,
  sentences: {
    unsaid: {
      zh: '正文没有提到{topics}：各级人民政府的年度报告还应当包括工作考核、社会评议和责任追究结果情况',
      en: 'The prose does not mention {topics}: the report of a government also includes the results of assessment, public appraisal and accountability',
    },
  },
  find: (report, say) => {
    const { organ } = report;
    if (sentencesOf(report).length === 0 || organ === null || !isGovernment(organ)) return [];
    if (overviewLength(report) < shortestOverview) return [];
    const missing = unmentioned(id, report);
    if (missing.length === 0) return [];
    const topics = {
      zh: missing.map(({ zh }) => zh).join('、'),
      en: missing.map(({ en }) => en).join(', '),
    };
    const at = { table: null, row: null, column: null };
    return [say('unsaid', { topics }, { at, cells: [], severity: 'warning' })];
  },
  page: {
    title: {
      zh: '政府报告写明考核、评议和责任追究',
      en: 'A government reports assessment, appraisal and accountability',
    },
    what: {
      zh: '人民政府（含管委会）的报告，总体情况在 200 字以上的，看正文是否提到工作考核、社会评议、责任追究；说法不同的，如“问责”“追责”，也算。',
      en: 'In the report of a government (or of what administers a zone) whose overview has 200 characters or more, the prose must mention assessment of the work, public appraisal and accountability, in whatever words.',
    },
    why: {
      zh: '条例要求各级政府的年度报告包括这三项结果情况，部门报告没有这个要求，起草时容易照部门的写法漏掉。',
      en: 'The Regulation asks these of governments and not of departments, so that they are easily left out when a report is drafted like that of a department.',
    },
    mend: {
      zh: '在“监督保障”里补上；没有发生责任追究的，也写明。',
      en: 'Add it to the part on supervision; if nobody was held to account, say so.',
    },
    clause: {
      zh: '《中华人民共和国政府信息公开条例》（2019 年修订）第五十条第（四）项',
      en: 'Regulation on Open Government Information (2019), article 50 (4)',
    },
    failing: {
      edition: '2021',
      organ: '云川市人民政府',
      year: 2023,
      cells: {},
      text: '全市把群众常办的事项列成清单，在政府网站首页设置入口，按部门和办事人两种方式排列。政策文件发布时，起草单位同步写好问答，说明适用范围、办理材料和联系电话。依申请公开由专人登记，收到后先核对描述是否清楚，不清楚的电话说明怎样补正，答复前由法制机构看一遍。公开目录每季度清理，失效的文件注明失效日期。网站和公众号由同一组人维护，错别字和打不开的链接每周检查。乡镇便民服务中心放置查阅点，备有纸质目录，不会上网的群众可以请工作人员代查。公开工作列入部门年度考核，结果在网站公布。',
    },
    passing: {
      edition: '2021',
      organ: '云川市人民政府',
      year: 2023,
      cells: {},
      text: '全市把群众常办的事项列成清单，在政府网站首页设置入口，按部门和办事人两种方式排列。政策文件发布时，起草单位同步写好问答，说明适用范围、办理材料和联系电话。依申请公开由专人登记，收到后先核对描述是否清楚，不清楚的电话说明怎样补正，答复前由法制机构看一遍。公开目录每季度清理，失效的文件注明失效日期。网站和公众号由同一组人维护，错别字和打不开的链接每周检查。乡镇便民服务中心放置查阅点，备有纸质目录，不会上网的群众可以请工作人员代查。公开工作列入部门年度考核，请居民代表评议两次，没有发生需要责任追究的情形。',
    },
  },
});
