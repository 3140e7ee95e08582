/**
 * Development zones, scenic areas and the like that bear no division's name, or a wider one than the area they lie
 * in: name, then the division in which most of the area lies. GB/T 2260 has no code for them.
 */
const aliases: Readonly<Record<string, string>> = {
  西咸新区: '610100',
  陕西省西咸新区: '610100',
  陕西西咸新区: '610100',
  沣东新城: '610100',
  沣西新城: '610100',
  秦汉新城: '610100',
  泾河新城: '610100',
  空港新城: '610100',
  杨凌示范区: '610403',
  杨凌农业高新技术产业示范区: '610403',
  雄安新区: '130600',
  河北雄安新区: '130600',
  天府新区: '510100',
  四川天府新区: '510100',
  湘江新区: '430100',
  湖南湘江新区: '430100',
  滇中新区: '530100',
  云南滇中新区: '530100',
  贵安新区: '520100',
  贵州贵安新区: '520100',
  江北新区: '320100',
  南京江北新区: '320100',
  东湖生态旅游风景区: '420100',
  东湖新技术开发区: '420100',
  东湖高新区: '420100',
  九华山风景区: '341700',
  黄山风景区: '341000',
  天柱山风景区: '340882',
  五台山风景名胜区: '140900',
  洋浦经济开发区: '460400',
  前海深港现代服务业合作区: '440300',
  深汕特别合作区: '440300',
  横琴新区: '440400',
  横琴粤澳深度合作区: '440400',
  龙感湖管理区: '421100',
  大通湖管理区: '430900',
  屈原管理区: '430600',
  洪江管理区: '431200',
  察北管理区: '130700',
  塞北管理区: '130700',
  白沟新城: '130600',
  渤海新区: '130900',
  曹妃甸新区: '130209',
  乌拉盖管理区: '152500',
  乌拉盖管委会: '152500',
  长白山保护开发区: '220000',
  云龙示范区: '430200',
  赣江新区: '360100',
  万盛经济技术开发区: '500110',
  万盛经开区: '500110',
  重庆两江新区: '500000',
  西海岸新区: '370211',
  青岛西海岸新区: '370211',
};

const longestFirst = Object.keys(aliases).sort((a, b) => b.length - a.length);

/** The zone that a text begins with; null where it begins with none that is known by an alias. */
export function zoneAtStart(text: string): { length: number; division: string } | null {
  const name = longestFirst.find((zone) => text.startsWith(zone));
  const division = name === undefined ? undefined : aliases[name];
  return name === undefined || division === undefined ? null : { length: name.length, division };
}
