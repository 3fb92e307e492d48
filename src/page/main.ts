import { visible } from '../messages/visible.ts';
import { element } from './dom.ts';
import { finder, nameOf, noConditions } from './filter.ts';
import { listOf } from './list.ts';
import { organOf } from './organ.ts';
import { stored } from './stored.ts';
import { summaryOf } from './summary.ts';
import { texts as textsByLanguage } from './texts.ts';
import { toolbarOf } from './toolbar.ts';
import { yearsOf } from './years.ts';

/** Draws the page: the list of all organs, or one organ, as the address says: `#/12/2020`. */
function start(): void {
  const store = stored();
  const { setting, organs } = store;
  const texts = textsByLanguage[setting.lang];
  const find = finder(organs);
  const open = (organ: number, year: number | null): void => {
    location.hash = year === null ? `#/${organ}` : `#/${organ}/${year}`;
  };
  const list = listOf(organs, yearsOf(organs), texts, open);
  const toolbar = toolbarOf(setting, texts, (conditions) => {
    const found = find(conditions);
    toolbar.tell(found.length, organs.length);
    list.show(found, conditions);
  });
  const summary = summaryOf(setting, texts, (rule) => {
    toolbar.rule(rule);
    toolbar.root.scrollIntoView();
  });
  const title = element('h1', {}, texts.title);
  const all = element('div', { class: 'all' }, title, summary, toolbar.root, list.root);
  const one = element('div', { class: 'one', hidden: '' });
  document.querySelector('main')?.replaceChildren(all, one);

  let scrolled = 0;
  function route(): void {
    const [, organ, year] = /^#\/(\d+)(?:\/(\d+))?$/u.exec(location.hash) ?? [];
    const chosen = organ === undefined ? undefined : organs[Number(organ)];
    if (!all.hidden) scrolled = scrollY;
    all.hidden = chosen !== undefined;
    one.hidden = chosen === undefined;
    if (chosen === undefined) {
      one.replaceChildren();
      document.title = texts.title;
      scrollTo(0, scrolled);
      list.draw();
      return;
    }
    document.title = visible(nameOf(chosen));
    const wanted = year === undefined ? null : Number(year);
    one.replaceChildren(
      organOf(chosen, wanted, store, texts, () => {
        location.hash = '';
      }),
    );
    scrollTo(0, 0);
    one.querySelector('h1')?.focus({ preventScroll: true });
  }

  toolbar.tell(organs.length, organs.length);
  list.show(find(noConditions), noConditions);
  addEventListener('hashchange', route);
  route();
}

start();
