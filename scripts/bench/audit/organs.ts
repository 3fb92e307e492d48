/** Places that do not exist: two characters and 市. */
const first = [
  ...'云青柳竹桐枫松梅兰荷沙石溪湖泉岚霞晴雪霜露星月朝暮东南西北上下前后长平安宁永定丰庆嘉瑞',
];
const second = [...'川林河源浦港湾坪岭峰原洲塘桥渡关城阳阴台亭园田井沟坡滩岛屿门口屯营堡寨里村庄'];
const offices = [
  '教育局',
  '科学技术局',
  '工业和信息化局',
  '民族宗教事务局',
  '民政局',
  '司法局',
  '财政局',
  '人力资源和社会保障局',
  '自然资源局',
  '生态环境局',
  '住房和城乡建设局',
  '交通运输局',
  '水务局',
  '农业农村局',
  '商务局',
  '文化和旅游局',
  '退役军人事务局',
  '应急管理局',
  '审计局',
  '体育局',
] as const;

/** An invented organ, with the region that it belongs to. */
export interface Organ {
  readonly region: string;
  readonly name: string;
}

/** The organ of this number, another one for each; departments, for which the rules of publication ask least. */
export function organOf(number: number): Organ {
  const place = Math.floor(number / offices.length);
  const one = first[place % first.length] ?? '';
  const two = second[Math.floor(place / first.length) % second.length] ?? '';
  const round = Math.floor(place / (first.length * second.length));
  const further = [...String(round)].map((digit) => second[Number(digit)] ?? '').join('');
  const region = `${one}${two}${round === 0 ? '' : further}市`;
  return { region, name: `${region}${offices[number % offices.length] ?? ''}` };
}
