import { editions } from '../../editions/index.ts';
import type { Output } from '../../host/audit/output.ts';
import type { PagePieces } from '../../host/audit/tasks.ts';
import type { AuditSummary } from '../../model/audit.ts';
import type { Language } from '../../model/words.ts';
import { pageEnd, pageHead } from '../../reporters/audit/page.ts';
import { rules } from '../../rules/index.ts';

/** Bytes of tables that the page holds at most: a browser opens it without trouble. */
const mostWrong = 24 * 2 ** 20;
const mostRight = 8 * 2 ** 20;
const name = 'index.html';

/** What rules are called in a language. */
export function ruleTitles(lang: Language): (rule: string) => string {
  const titles = new Map(rules.map(({ id, page }) => [id, page.title[lang]]));
  return (id) => titles.get(id) ?? id;
}

/** The page of an audit, written as its pieces come. */
export class AuditPage {
  private readonly output: Output;
  private readonly lang: Language;
  private readonly loose: Uint8Array[] = [];
  private wrong = 0;
  private right = 0;

  constructor(output: Output, lang: Language) {
    this.output = output;
    this.lang = lang;
  }

  begin(): Promise<void> {
    return this.output.write(name, pageHead(this.lang));
  }

  /**
   * What does not go into the page is in the lists of findings and records.
   * @param isLoose of reports that stand in no series, which the page lists last
   */
  async add({ organs, wrong, right }: PagePieces, isLoose: boolean): Promise<void> {
    if (!isLoose) await this.output.write(name, organs);
    else if (organs.length > 0) this.loose.push(organs);
    this.wrong += wrong.length;
    if (this.wrong <= mostWrong) await this.output.write(name, wrong);
    this.right += right.length;
    if (this.right <= mostRight) await this.output.write(name, right);
  }

  async end(summary: AuditSummary): Promise<void> {
    for (const organs of this.loose) await this.output.write(name, organs);
    const { lang } = this;
    const context = { lang, editions, ruleTitle: ruleTitles(lang) };
    await this.output.write(name, pageEnd(summary, context));
  }
}
