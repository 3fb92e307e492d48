const zh = {
  checkFormat: '输出格式；写成 格式=文件 则写入文件（已有的替换）；可多次使用',
  outputsOnScreen: '只能有一种格式输出到屏幕，{name} 请写成 {name}=文件',
  outputsBinary: '{name} 不能显示在屏幕上，请写成 {name}=文件',
  outputsUnnamed: '{name}= 后面缺少文件名',
  outputsTwice: '{file} 写了两次，每种格式请写入各自的文件',
  outputsInput: '{file} 是要核对的文件，不能用作输出',
};

const en: typeof zh = {
  checkFormat: 'output format; FORMAT=FILE writes (or replaces) a file; can be repeated',
  outputsOnScreen: 'only one format can go to stdout; write {name}=FILE',
  outputsBinary: '{name} cannot be shown on a terminal; write {name}=FILE',
  outputsUnnamed: 'the name of a file is missing after {name}=',
  outputsTwice: '{file} is written twice; give each format a file of its own',
  outputsInput: '{file} is to be checked and cannot be written to',
};

/** Words about what a check is written as, and where. */
export const outputsTexts = { zh, en } as const;
