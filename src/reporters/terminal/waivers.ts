import { brief, visible } from '../../messages/visible.ts';
import { sourceOf } from '../../model/document.ts';
import type { Run } from '../../model/run.ts';
import type { Waiver } from '../../model/waiver.ts';
import type { Language } from '../../model/words.ts';

/** Why a finding was accepted, by whom, until when, and where that is written. */
export function waiverText({ reason, by, until, place }: Waiver, lang: Language): string {
  const isZh = lang === 'zh';
  const rest = [
    ...(by === null ? [] : [brief(by)]),
    ...(until === null ? [] : [isZh ? `至 ${until}` : `until ${until}`]),
    visible(sourceOf(place)),
  ];
  return isZh
    ? `已说明：${brief(reason)}（${rest.join('，')}）`
    : `waived: ${brief(reason)} (${rest.join(', ')})`;
}

/** What a verdict owes to waivers and settings; empty where it owes them nothing. */
export function owed({ notes }: Run, waived: number, lang: Language): string {
  const off = Number(notes.find(({ code }) => code === 'rules-off')?.args.count ?? 0);
  const isZh = lang === 'zh';
  const rules = off === 1 ? 'rule' : 'rules';
  const parts = [
    ...(waived === 0 ? [] : [isZh ? `已说明 ${waived} 处` : `${waived} waived`]),
    ...(off === 0 ? [] : [isZh ? `关闭了 ${off} 条规则` : `${off} ${rules} off`]),
  ];
  if (parts.length === 0) return '';
  return isZh ? `（${parts.join('，')}）` : ` (${parts.join(', ')})`;
}
