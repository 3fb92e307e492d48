import type { Phrases } from './meaning.ts';

/** Words for reconsideration and litigation and what came of them. */
export const casePhrases: Phrases = [
  [
    '(政府信息公开|信息公开|)(类|)(的|)(行政复议|复议)(案件|案|申请|数量|数|案件数|事项|)',
    { case: 'reconsideration' },
  ],
  [
    '(政府信息公开|信息公开|)(类|)(的|)(行政诉讼|诉讼)(案件|案|数量|数|案件数|事项|)',
    { case: 'litigation' },
  ],
  [
    '(未经(行政|)复议(的|)(直接|)(起诉|提起诉讼|诉讼|)|直接起诉|直接提起诉讼)(的|)(案件|案|)',
    { case: 'litigation.direct' },
  ],
  [
    '(经|)(行政|)复议后(再|)(起诉|提起诉讼|诉讼|)(的|)(案件|案|)',
    { case: 'litigation.afterReconsideration' },
  ],
  [
    '(结果|维持结果|)(予以|被|获|)维持(的|原具体行政行为|具体行政行为|原行政行为|)(结果|)',
    { result: 'upheld' },
  ],
  [
    '(结果|)(被|予以|依法|)(纠正|纠错)(的|) 被(依法|)(撤销|责令重作|责令履行|纠错|纠正)',
    { result: 'corrected' },
  ],
  ['胜诉', { case: 'litigation', result: 'upheld' }],
  ['败诉', { case: 'litigation', result: 'corrected' }],
  ['其(他|它)结果(的|) (撤诉|终止|调解)(等|)(其他结果|结案|)', { result: 'otherResult' }],
  [
    '(尚未|正在|未|尚在|仍在)(审结|审理|结案|办结)(的|)(案件|中|) (在审|待审|未结|未审结)(的|)',
    { result: 'pending' },
  ],
];
