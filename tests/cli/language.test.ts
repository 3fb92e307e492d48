import { describe, expect, it } from 'vitest';
import { expectRun, giar } from './giar.ts';
import { folderWith, passing, pretty } from './records.ts';

const cwd = folderWith({ 'pass.json': pretty(passing) });
const [zh, en] = ['✓ pass.json: 通过', '✓ pass.json: pass'];
type Environment = Readonly<Record<string, string>>;
const check = (env: Environment, ...args: string[]) =>
  giar(['check', 'pass.json', '-q', ...args], { cwd, env });

describe('the language', () => {
  it.each<[Environment, string]>([
    [{ LC_ALL: 'zh_CN.UTF-8' }, zh],
    [{ LC_ALL: 'en_US.UTF-8' }, en],
    [{ LC_ALL: 'C' }, en],
    [{ LC_ALL: '', LANG: 'zh_CN.UTF-8' }, zh],
    [{ LC_ALL: '', LANG: 'zh_TW' }, zh],
    [{ LC_ALL: '', LANG: 'de_DE.UTF-8' }, en],
    [{ LC_ALL: 'en_GB', LANG: 'zh_CN' }, en],
    [{ LC_ALL: 'zh_CN', LANG: 'en_GB' }, zh],
    [{ LC_ALL: '', LC_MESSAGES: 'en_GB', LANG: 'zh_CN' }, en],
  ])('follows the locale %o', (env, line) => {
    expectRun(check(env), 0, [line], []);
  });
  it('is that of --lang, whatever the locale', () => {
    expectRun(check({ LC_ALL: 'en_US.UTF-8' }, '--lang', 'zh'), 0, [zh], []);
    expectRun(check({ LC_ALL: 'zh_CN.UTF-8' }, '--lang=en'), 0, [en], []);
  });
  it('may be asked for before the command', () => {
    expectRun(giar(['--lang', 'zh', 'check', 'pass.json', '-q'], { cwd }), 0, [zh], []);
  });
  it('is not changed by what stands after --', () => {
    const ran = giar(['check', '-q', 'pass.json', '--', '--lang', 'zh'], { cwd });
    expect(ran.code).toBe(2);
    expect(ran.out).toContain(en);
  });
  it('is that of the locale in a usage error about another language', () => {
    const said = 'giar: 选项 --lang <zh|en> 不能是 fr (可用: zh, en)';
    expectRun(check({ LC_ALL: 'zh_CN.UTF-8' }, '--lang', 'fr'), 2, [], [said]);
  });
});
