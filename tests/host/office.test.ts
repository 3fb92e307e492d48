import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findOffice } from '../../src/host/office/program.ts';
import { convertWithOffice } from '../../src/host/office.ts';
import { defaultLimits } from '../../src/readers/reader.ts';

const home = mkdtempSync(join(tmpdir(), 'giar-fake-'));
const program = join(home, 'soffice');
const bytes = new TextEncoder().encode('{\\rtf1 x}');
const { GIAR_SOFFICE: named, TMPDIR: temporary } = process.env;

/** Puts a script in the place of LibreOffice; it finds the folder of the output in `$out`. */
function fake(script: string): void {
  const output = 'for a; do [ "$last" = --outdir ] && out="$a"; last="$a"; done';
  writeFileSync(program, `#!/bin/sh\n${output}\n${script}\n`);
  chmodSync(program, 0o755);
  process.env.GIAR_SOFFICE = program;
}

function convert(limits: object = {}) {
  return convertWithOffice(bytes, 'rtf', {
    source: 'report',
    limits: { ...defaultLimits, ...limits },
  });
}

function foldersLeft(): string[] {
  return readdirSync(home).filter((name) => name.startsWith('giar-office-'));
}

beforeAll(() => {
  process.env.TMPDIR = home;
});
afterEach(() => {
  if (named === undefined) delete process.env.GIAR_SOFFICE;
  else process.env.GIAR_SOFFICE = named;
});
afterAll(() => {
  if (temporary === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = temporary;
  rmSync(home, { recursive: true });
});

describe.skipIf(process.platform === 'win32')('a conversion', () => {
  it('gives what the program wrote, and names the input itself', async () => {
    fake(`printf '%s' "$last" > "${home}/input"; printf converted > "$out/report.docx"`);
    const converted = await convert();
    expect(converted).toEqual({ bytes: new TextEncoder().encode('converted'), format: 'docx' });
    expect(readFileSync(join(home, 'input'), 'utf8')).toMatch(/giar-office-[^/]+\/report\.rtf$/u);
    expect(foldersLeft()).toEqual([]);
  });

  it('has a profile of its own and nothing of the environment but what it needs', async () => {
    process.env.GIAR_TEST_SECRET = 'secret';
    fake(`env > "${home}/env"; cat profile/user/registrymodifications.xcu > "$out/report.docx"`);
    const converted = await convert();
    delete process.env.GIAR_TEST_SECRET;
    expect(readFileSync(join(home, 'env'), 'utf8')).not.toContain('secret');
    const profile = 'bytes' in converted ? new TextDecoder().decode(converted.bytes) : '';
    expect(profile).toContain('name="DisableMacrosExecution" oor:op="fuse"><value>true<');
  });

  it('that fails or writes nothing is a damaged document', async () => {
    for (const script of [
      'exit 3',
      'exit 0',
      ': > "$out/report.docx"',
      'echo x > "$out/other.docx"',
    ]) {
      fake(script);
      expect(await convert()).toMatchObject({ code: 'document-broken', args: { format: 'RTF' } });
    }
    expect(foldersLeft()).toEqual([]);
  });

  it('that hangs is ended with all that it started', async () => {
    fake(`(sleep 1; echo late > "${home}/late") & wait`);
    expect(await convert({ seconds: 0.5 })).toMatchObject({ code: 'reader-timeout' });
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(existsSync(join(home, 'late'))).toBe(false);
    expect(foldersLeft()).toEqual([]);
  });

  it('that writes without end is stopped', async () => {
    fake('while :; do printf 0123456789 >> "$out/report.docx"; done');
    expect(await convert({ unpackedBytes: 1_000 })).toMatchObject({ code: 'document-too-large' });
    expect(foldersLeft()).toEqual([]);
  });

  it('is not tried where the program is missing', async () => {
    process.env.GIAR_SOFFICE = join(home, 'missing');
    expect(await convert()).toMatchObject({ code: 'reader-missing', args: { format: 'RTF' } });
  });
});

describe('the search for the program', () => {
  it('takes what is named, else looks through the path', () => {
    fake('exit 0');
    expect(findOffice({ GIAR_SOFFICE: program, PATH: '' })).toBe(program);
    expect(findOffice({ GIAR_SOFFICE: join(home, 'missing'), PATH: home })).toBeNull();
    expect(findOffice({ PATH: home })).toBe(program);
  });
});

/** An OpenDocument text that shows a picture from a server. */
function linked(url: string): Uint8Array {
  const names = ['office', 'text', 'drawing', 'svg-compatible'].map((name) => {
    const prefix = { drawing: 'draw', 'svg-compatible': 'svg' }[name] ?? name;
    return `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`;
  });
  const picture = `<draw:image xlink:href="${url}" xlink:type="simple"/>`;
  const frame = `<draw:frame svg:width="2cm" svg:height="2cm" text:anchor-type="as-char">${picture}</draw:frame>`;
  const content = `<office:document-content xmlns:xlink="http://www.w3.org/1999/xlink" ${names.join(' ')} office:version="1.2"><office:body><office:text><text:p>x${frame}</text:p></office:text></office:body></office:document-content>`;
  const mimetype = 'application/vnd.oasis.opendocument.text';
  const entry = (path: string, type: string) =>
    `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
  const manifest = `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">${entry('/', mimetype)}${entry('content.xml', 'text/xml')}</manifest:manifest>`;
  return zipSync({
    mimetype: [strToU8(mimetype), { level: 0 }],
    'META-INF/manifest.xml': strToU8(manifest),
    'content.xml': strToU8(content),
  });
}

describe.skipIf(findOffice() === null)('LibreOffice', () => {
  const options = { source: 'report', limits: defaultLimits };

  it('makes a .docx of a .doc', { timeout: 60_000 }, async () => {
    const document = readFileSync('fixtures/doc/requests.doc');
    const converted = await convertWithOffice(document, 'doc', options);
    expect(converted).toMatchObject({ format: 'docx' });
    expect('bytes' in converted ? [...converted.bytes.subarray(0, 2)] : []).toEqual([0x50, 0x4b]);
  });

  it('takes no other format for the one that is named', { timeout: 60_000 }, async () => {
    const page = new TextEncoder().encode('<html><table><tr><td>1</td></tr></table></html>');
    expect(await convertWithOffice(page, 'doc', options)).toMatchObject({
      code: 'document-broken',
    });
  });

  it('loads nothing from the network', { timeout: 60_000 }, async () => {
    let asked = 0;
    const server = createServer((_, response) => {
      asked++;
      response.end();
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const document = linked(`http://127.0.0.1:${port}/x.png`);
    const converted = await convertWithOffice(document, 'odt', options);
    server.close();
    expect(converted).toMatchObject({ format: 'docx' });
    expect(asked).toBe(0);
  });
});
