import type { Phrases } from './meaning.ts';

const request = '(政府|政务|)信息(公开|)(的|)申请(数量|数|件|总量|总数|量|事项|)';
const year = '(一|)(年度|年)';

/** Words for requests, what became of them, and who made them. Aliases of labels are among them. */
export const requestPhrases: Phrases = [
  [
    `${request} 依申请公开(政府信息|信息|)(的|)(申请|)(件|事项|数量|数|总量|) 依申请(事项|件|) 公开申请(件|数|) 申请(件|量|总量|总数|数量|数|事项|案件|)`,
    { role: 'request' },
  ],
  [
    `(本年度|本年|当年|年度|年内|今年)(新收|新增)(到|)(的|) 新收(到|) 新增申请`,
    { stage: 'newlyReceived' },
  ],
  [
    `(上|去|前|往)${year}(结转|转入|遗留|延续|顺延)(的|)(件|) 结转(自|)(上|去)${year}(的|) (含|)(上|去)${year}(未办结|结转)(的|) 往年结转 跨年结转 (上|去)年末(在办|未办结)(的|) (上|去)${year}(转来|遗留)`,
    { stage: 'carriedOver' },
  ],
  [
    `(结转|顺延|转入|转|延续|延)(至|到|入|)(下|次|明|翌)${year}(继续办理|办理|) (下|次)${year}(继续办理|结转|办理) (尚|尚在|正在|仍在)办理(中|) (尚|)未(办结|到期|答复|到答复期限)(的|) 跨年办理`,
    { stage: 'carriedForward' },
  ],
  ['(结转|顺延|转入)(至|到|入|) 转(至|到)', { verb: 'carry' }],
  ['(收到|接收|接到|收)(到|)(的|) 提交 提出 接收', { verb: 'receive' }],
  ['受理', { verb: 'accept' }],
  ['办理 处理', { verb: 'handle' }],
  [
    '(已|)(办结|审结|办复|回复|办理答复|答复办结|办理完毕|办理完结)(的|数|总数|量|件|总量|) (办理|处理)结果(总数|) 全部(办理|处理)结果',
    { verb: 'conclude' },
  ],
  ['(已|)(作出|予以|依法|)答复(的|数|总数|量|件|总量|) 全部答复(数|)', { verb: 'answer' }],
  [
    '(予以|同意|准予|全部同意|依法予以|全部)公开(答复|的|类|)(的|数|申请|) 同意公开答复数 公开答复',
    { stage: 'granted' },
  ],
  [
    '(予以|同意|准予|作出|)部分公开(答复|的|类|)(的|数|申请|) 同意部分公开(答复|)(数|)',
    { stage: 'grantedInPart' },
  ],
  [
    '(予以|同意|)公开(或|和|及|、|与|以及|或者|)(予以|同意|)部分公开(的|) 全部公开(或|和|及|、)部分公开',
    { stage: 'granted+grantedInPart' },
  ],
  ['(决定|依法|)不(予|同意|)公开(答复|的|类|)(的|数|申请|)', { stage: 'denied' }],
  ['无法提供(答复|的|类|)(的|)', { stage: 'unavailable' }],
  ['不予(处理|受理)(答复|的|类|)(的|)', { stage: 'notProcessed' }],
  ['其他处理(情形|方式|的|类|)(的|) 其它处理(情形|方式|的|)', { stage: 'otherHandling' }],
  ['(属于|涉及|)国家秘密(类|)(的|)', { stage: 'denied.stateSecret' }],
  [
    '(属于|)(其他|)(法律|)(、|)行政法规禁止公开(的|) (属于|)法律行政法规禁止公开(的|) 其他法律行政法规禁止公开',
    { stage: 'denied.prohibitedByLaw' },
  ],
  ['危及(“|)三安全一稳定(”|)(的|) “三安全一稳定”', { stage: 'denied.endangersSecurity' }],
  [
    '(保护|涉及|)第三方(合法权益|个人隐私|商业秘密|权益)(的|)',
    { stage: 'denied.thirdPartyRights' },
  ],
  [
    '(属于|)三类内部事务(性|)信息(的|) (属于|)内部事务(性信息|信息|)(的|)',
    { stage: 'denied.internalAffairs' },
  ],
  ['(属于|)四类过程性信息(的|) (属于|)过程性(信息|)(的|)', { stage: 'denied.deliberative' }],
  ['(属于|)(行政|)执法案卷(信息|)(的|)', { stage: 'denied.enforcementFile' }],
  ['(属于|)行政查询(事项|)(的|)', { stage: 'denied.administrativeQuery' }],
  [
    '(本机关|本单位|本局|我局|本行政机关|)不掌握(相关|)(政府|)信息(的|) (申请|政府|)信息不存在(的|数|) 不掌握(的|) 未掌握 非本机关掌握',
    { stage: 'unavailable.notHeld' },
  ],
  [
    '没有现成信息(需要另行制作|)(的|) (需要|需|)另行制作(的|)',
    { stage: 'unavailable.mustBeCreated' },
  ],
  ['补正后(申请内容|)(仍|)不明确(的|)', { stage: 'unavailable.stillUnclear' }],
  [
    '信访举报投诉类(申请|)(的|) 信访、举报、投诉类(申请|)(的|) 信访(举报|)投诉(举报|)(类|)(申请|)(的|) 信访类(申请|)',
    { stage: 'notProcessed.petition' },
  ],
  ['(属于|)重复申请(的|)', { stage: 'notProcessed.duplicate' }],
  ['(要求提供|)公开出版物(的|)', { stage: 'notProcessed.publication' }],
  ['无正当理由大量反复申请(的|)', { stage: 'notProcessed.excessive' }],
  [
    '要求行政机关确认或(者|)重新出具已获取信息(的|) (要求|)(确认或|)重新出具(已获取(的|)信息|)(的|)',
    { stage: 'notProcessed.confirmation' },
  ],
  [
    '(申请人|)(无正当理由|)逾期不补正(、行政机关不再处理其政府信息公开申请|)(的|)',
    { stage: 'otherHandling.notClarified' },
  ],
  [
    '(申请人|)逾期未按收费通知要求缴纳费用(、行政机关不再处理其政府信息公开申请|)(的|) 逾期(不缴费|未缴费|不缴纳费用)',
    { stage: 'otherHandling.feeUnpaid' },
  ],
  ['(属于|)已(经|)主动公开(范围|信息|)(的|数|)', { stage: 'alreadyPublic' }],
  ['不属于本(行政|)机关公开(范围|)(的|数|)', { stage: 'notThisOrgan' }],
  [
    '自然人(申请|)(的|) (公民|)个人(名义|)(提出|提交|申请|)(的|) 公民(申请|提出|)(的|)',
    { applicant: 'naturalPerson' },
  ],
  [
    '法人(或|和|及|与|、)(者|)其他组织(申请|)(的|) 法人及其他组织 法人组织 法人(名义|)(提出|提交|申请|)(的|)',
    { applicant: 'organization' },
  ],
  ['(商业|)企业(申请|提出|)', { applicant: 'enterprise' }],
  ['其他(的|类|组织|情形|)', { remainder: 'other' }],
  ['科研机构(申请|)', { applicant: 'researchInstitution' }],
  ['社会公益组织(申请|) 社会组织(申请|)', { applicant: 'publicInterestOrganization' }],
  [
    '(律师事务所|律所|)(等|)法律服务机构(申请|) (律师事务所|律所)(申请|)',
    { applicant: 'legalServiceOrganization' },
  ],
  ['当面(提交|提出|申请|递交|)(的|) 现场(提交|提出|申请|递交)', { channel: 'inPerson' }],
  ['传真(方式|)(提交|提出|申请|)', { channel: 'fax' }],
  [
    '(通过|)(网络|互联网|网上|在线|电子邮件|邮箱|网站平台)(方式|渠道|)(提交|提出|申请|)(的|)',
    { channel: 'online' },
  ],
  ['(通过|)(信函|邮寄|信件|挂号信)(方式|形式|)(提交|提出|申请|)(的|)', { channel: 'letter' }],
];
