import type { Edition } from '../model/edition.ts';

/** The format for the reports of 2021 and after, in force. */
export const edition2021: Edition = {
  id: '2021',
  zh: '2021 年版格式',
  en: '2021 form',
  authority: '国务院办公厅政府信息与政务公开办公室',
  instrument: '国办公开办函〔2021〕30号',
  years: { from: 2021, to: null },
  fingerprint: ['本年制发件数', '本年收费金额（单位：万元）'],
  sections: [
    { zh: '一、总体情况', en: '1. Overview' },
    {
      zh: '二、主动公开政府信息情况',
      en: '2. Proactive disclosure',
    },
    {
      zh: '三、收到和处理政府信息公开申请情况',
      en: '3. Requests received and handled',
      aliases: ['三、收到和处理政府信息公开的申请情况'],
    },
    {
      zh: '四、政府信息公开行政复议、行政诉讼情况',
      en: '4. Administrative reconsideration and litigation',
      aliases: [
        '四、政府信息公开行政复议及行政诉讼情况',
        '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      ],
    },
    {
      zh: '五、存在的主要问题及改进情况',
      en: '5. Main problems and improvement',
      aliases: ['五、存在问题及改进情况', '五、政府信息公开工作存在的主要问题及改进情况'],
    },
    { zh: '六、其他需要报告的事项', en: '6. Other matters to report' },
  ],
  tables: [
    {
      id: 'proactiveDisclosure',
      zh: '二、主动公开政府信息情况',
      en: '2. Proactive disclosure',
      blocks: [
        {
          zh: '第二十条第（一）项',
          en: 'Article 20 (1)',
          layout: 'down',
          columns: [
            { id: 'issued', zh: '本年制发件数', en: 'issued', figure: 'count', unit: '件' },
            { id: 'repealed', zh: '本年废止件数', en: 'repealed', figure: 'count', unit: '件' },
            {
              id: 'inForce',
              zh: '现行有效件数',
              en: 'in force',
              aliases: ['现行有效件'],
              figure: 'count',
              unit: '件',
            },
          ],
          lines: [
            { id: 'governmentRules', zh: '规章', en: 'government rules' },
            {
              id: 'normativeDocuments',
              zh: '行政规范性文件',
              en: 'normative documents',
              aliases: ['规范性文件'],
            },
          ],
        },
        {
          zh: '第二十条第（五）项',
          en: 'Article 20 (5)',
          layout: 'down',
          columns: [
            {
              id: 'decisions',
              zh: '本年处理决定数量',
              en: 'decisions',
              figure: 'count',
              unit: '件',
            },
          ],
          lines: [{ id: 'licensing', zh: '行政许可', en: 'licensing' }],
        },
        {
          zh: '第二十条第（六）项',
          en: 'Article 20 (6)',
          layout: 'down',
          columns: [
            {
              id: 'decisions',
              zh: '本年处理决定数量',
              en: 'decisions',
              figure: 'count',
              unit: '件',
            },
          ],
          lines: [
            { id: 'penalties', zh: '行政处罚', en: 'penalties' },
            { id: 'compulsion', zh: '行政强制', en: 'compulsion' },
          ],
        },
        {
          zh: '第二十条第（八）项',
          en: 'Article 20 (8)',
          layout: 'down',
          columns: [
            {
              id: 'amount',
              zh: '本年收费金额（单位：万元）',
              en: 'amount',
              figure: 'amount',
              unit: '万元',
            },
          ],
          lines: [{ id: 'fees', zh: '行政事业性收费', en: 'fees', aliases: ['行政事业型收费'] }],
        },
      ],
    },
    {
      id: 'requests',
      zh: '三、收到和处理政府信息公开申请情况',
      en: '3. Requests received and handled',
      blocks: [
        {
          zh: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
          en: '(in this column, items 1 and 2 add up to items 3 and 4)',
          layout: 'down',
          columns: [
            {
              zh: '申请人情况',
              en: 'applicants',
              columns: [
                {
                  id: 'naturalPerson',
                  zh: '自然人',
                  en: 'natural person',
                  figure: 'count',
                  unit: null,
                },
                {
                  zh: '法人或其他组织',
                  en: 'legal persons and other organizations',
                  columns: [
                    {
                      id: 'enterprise',
                      zh: '商业企业',
                      en: 'enterprise',
                      figure: 'count',
                      unit: null,
                    },
                    {
                      id: 'researchInstitution',
                      zh: '科研机构',
                      en: 'research institution',
                      figure: 'count',
                      unit: null,
                    },
                    {
                      id: 'publicInterestOrganization',
                      zh: '社会公益组织',
                      en: 'public-interest organization',
                      aliases: ['社会组织'],
                      figure: 'count',
                      unit: null,
                    },
                    {
                      id: 'legalServiceOrganization',
                      zh: '法律服务机构',
                      en: 'legal-service organization',
                      figure: 'count',
                      unit: null,
                    },
                    {
                      id: 'otherOrganization',
                      zh: '其他',
                      en: 'other organization',
                      figure: 'count',
                      unit: null,
                    },
                  ],
                },
                { id: 'total', zh: '总计', en: 'total', figure: 'count', unit: null },
              ],
            },
          ],
          lines: [
            {
              id: 'newlyReceived',
              zh: '一、本年新收政府信息公开申请数量',
              en: '1. newly received',
            },
            {
              id: 'carriedOver',
              zh: '二、上年结转政府信息公开申请数量',
              en: '2. carried over',
            },
            {
              id: 'handled',
              zh: '三、本年度办理结果',
              en: '3. handled',
              lines: [
                { id: 'granted', zh: '（一）予以公开', en: '(1) granted' },
                {
                  id: 'grantedInPart',
                  zh: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
                  en: '(2) granted in part',
                },
                {
                  id: 'denied',
                  zh: '（三）不予公开',
                  en: '(3) denied',
                  subtotal: true,
                  lines: [
                    { id: 'stateSecret', zh: '1.属于国家秘密', en: '1. state secret' },
                    {
                      id: 'prohibitedByLaw',
                      zh: '2.其他法律行政法规禁止公开',
                      en: '2. prohibited by law',
                      aliases: ['2.其他法律行政止公开'],
                    },
                    {
                      id: 'endangersSecurity',
                      zh: '3.危及“三安全一稳定”',
                      en: '3. endangers security',
                    },
                    {
                      id: 'thirdPartyRights',
                      zh: '4.保护第三方合法权益',
                      en: '4. third-party rights',
                    },
                    {
                      id: 'internalAffairs',
                      zh: '5.属于三类内部事务信息',
                      en: '5. internal affairs',
                    },
                    { id: 'deliberative', zh: '6.属于四类过程性信息', en: '6. deliberative' },
                    { id: 'enforcementFile', zh: '7.属于行政执法案卷', en: '7. enforcement file' },
                    {
                      id: 'administrativeQuery',
                      zh: '8.属于行政查询事项',
                      en: '8. administrative query',
                    },
                  ],
                },
                {
                  id: 'unavailable',
                  zh: '（四）无法提供',
                  en: '(4) cannot be provided',
                  subtotal: true,
                  lines: [
                    { id: 'notHeld', zh: '1.本机关不掌握相关政府信息', en: '1. not held' },
                    {
                      id: 'mustBeCreated',
                      zh: '2.没有现成信息需要另行制作',
                      en: '2. must be created',
                    },
                    {
                      id: 'stillUnclear',
                      zh: '3.补正后申请内容仍不明确',
                      en: '3. still unclear',
                    },
                  ],
                },
                {
                  id: 'notProcessed',
                  zh: '（五）不予处理',
                  en: '(5) not processed',
                  subtotal: true,
                  lines: [
                    { id: 'petition', zh: '1.信访举报投诉类申请', en: '1. petition' },
                    { id: 'duplicate', zh: '2.重复申请', en: '2. duplicate' },
                    { id: 'publication', zh: '3.要求提供公开出版物', en: '3. publication' },
                    { id: 'excessive', zh: '4.无正当理由大量反复申请', en: '4. excessive' },
                    {
                      id: 'confirmation',
                      zh: '5.要求行政机关确认或重新出具已获取信息',
                      en: '5. confirmation',
                    },
                  ],
                },
                {
                  id: 'otherHandling',
                  zh: '（六）其他处理',
                  en: '(6) other handling',
                  subtotal: true,
                  mayStandAlone: true,
                  lines: [
                    {
                      id: 'notClarified',
                      zh: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
                      en: '1. not clarified in time',
                    },
                    {
                      id: 'feeUnpaid',
                      zh: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
                      en: '2. fee unpaid',
                    },
                    { id: 'other', zh: '3.其他', en: '3. other' },
                  ],
                },
                { id: 'total', zh: '（七）总计', en: '(7) total handled' },
              ],
            },
            { id: 'carriedForward', zh: '四、结转下年度继续办理', en: '4. carried forward' },
          ],
        },
      ],
    },
    {
      id: 'reconsiderationAndLitigation',
      zh: '四、政府信息公开行政复议、行政诉讼情况',
      en: '4. Administrative reconsideration and litigation',
      blocks: [
        {
          zh: '',
          en: '',
          layout: 'across',
          columns: [
            { id: 'upheld', zh: '结果维持', en: 'upheld', figure: 'count', unit: null },
            { id: 'corrected', zh: '结果纠正', en: 'corrected', figure: 'count', unit: null },
            { id: 'otherResult', zh: '其他结果', en: 'other result', figure: 'count', unit: null },
            { id: 'pending', zh: '尚未审结', en: 'pending', figure: 'count', unit: null },
            { id: 'total', zh: '总计', en: 'total', figure: 'count', unit: null },
          ],
          lines: [
            { id: 'reconsideration', zh: '行政复议', en: 'administrative reconsideration' },
            {
              id: 'litigation',
              zh: '行政诉讼',
              en: 'litigation',
              lines: [
                { id: 'direct', zh: '未经复议直接起诉', en: 'direct' },
                { id: 'afterReconsideration', zh: '复议后起诉', en: 'after reconsideration' },
              ],
            },
          ],
        },
      ],
    },
  ],
  identities: [
    {
      rule: 'column-balance',
      table: 'requests',
      each: 'column',
      left: ['newlyReceived', 'carriedOver'],
      relation: '=',
      right: ['handled.total', 'carriedForward'],
      status: 'stated',
      clause: {
        zh: '表三表头：本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和',
        en: 'header of table 3: in this column, items 1 and 2 add up to items 3 and 4',
      },
    },
    {
      rule: 'column-total',
      table: 'requests',
      each: 'column',
      left: ['handled.total'],
      relation: '=',
      right: [
        'handled.granted',
        'handled.grantedInPart',
        'handled.denied.*',
        'handled.unavailable.*',
        'handled.notProcessed.*',
        'handled.otherHandling.*',
      ],
      status: 'implied',
      clause: { zh: '表三“（七）总计”', en: 'table 3, “(7) total”' },
    },
    {
      rule: 'column-total',
      table: 'requests',
      each: 'column',
      left: ['handled.denied'],
      relation: '=',
      right: ['handled.denied.*'],
      status: 'implied',
      clause: {
        zh: '表三“（三）不予公开”（印有小计时）',
        en: 'table 3, “(3) denied”, where a subtotal is printed',
      },
    },
    {
      rule: 'column-total',
      table: 'requests',
      each: 'column',
      left: ['handled.unavailable'],
      relation: '=',
      right: ['handled.unavailable.*'],
      status: 'implied',
      clause: {
        zh: '表三“（四）无法提供”（印有小计时）',
        en: 'table 3, “(4) cannot be provided”, where a subtotal is printed',
      },
    },
    {
      rule: 'column-total',
      table: 'requests',
      each: 'column',
      left: ['handled.notProcessed'],
      relation: '=',
      right: ['handled.notProcessed.*'],
      status: 'implied',
      clause: {
        zh: '表三“（五）不予处理”（印有小计时）',
        en: 'table 3, “(5) not processed”, where a subtotal is printed',
      },
    },
    {
      rule: 'column-total',
      table: 'requests',
      each: 'column',
      left: ['handled.otherHandling'],
      relation: '=',
      right: ['handled.otherHandling.*'],
      status: 'implied',
      clause: {
        zh: '表三“（六）其他处理”（印有小计时）',
        en: 'table 3, “(6) other handling”, where a subtotal is printed',
      },
    },
    {
      rule: 'row-total',
      table: 'requests',
      each: 'line',
      left: ['total'],
      relation: '=',
      right: [
        'naturalPerson',
        'enterprise',
        'researchInstitution',
        'publicInterestOrganization',
        'legalServiceOrganization',
        'otherOrganization',
      ],
      status: 'implied',
      clause: { zh: '表三“总计”列', en: 'table 3, column “total”' },
    },
    {
      rule: 'case-total',
      table: 'reconsiderationAndLitigation',
      each: 'line',
      left: ['total'],
      relation: '=',
      right: ['upheld', 'corrected', 'otherResult', 'pending'],
      status: 'implied',
      clause: { zh: '表四“总计”', en: 'table 4, “total”' },
    },
  ],
};
