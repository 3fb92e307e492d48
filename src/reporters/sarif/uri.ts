/** What may stand in a path as it is, besides letters and digits. */
function encoded(segment: string): string {
  const whole = segment.replace(/[\p{Cs}]/gu, '\ufffd');
  return encodeURIComponent(whole).replace(
    /[!'()*]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The name of a file as a URI: relative where the name is; a path from the root of a disk or host is a `file:` one. */
export function uriOf(file: string): string {
  const path =
    /^(?:[a-z]:)?\\|^[a-z]:\//iu.test(file) || !file.includes('/')
      ? file.replaceAll('\\', '/')
      : file;
  const uri = path.split('/').map(encoded).join('/');
  if (/^[a-z]:\//iu.test(path)) return `file:///${path.slice(0, 2)}${uri.slice(uri.indexOf('/'))}`;
  if (path.startsWith('//')) return `file:${uri}`;
  return path.startsWith('/') ? `file://${uri}` : uri;
}
