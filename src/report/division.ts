/** An administrative division (行政区划), county level and above. */

/** In the order of the contract's enum. DISTRICT is the county level: 县, 市辖区, 县级市. */
export const divisionLevels = ['COUNTRY', 'PROVINCE', 'PREFECTURE', 'DISTRICT'] as const;
export type DivisionLevel = (typeof divisionLevels)[number];

export interface Division {
  /** GB/T 2260, six digits; the country is 000000. */
  code: string;
  /** Such as 利通区. */
  name: string;
  /** Such as 宁夏回族自治区吴忠市利通区. */
  fullName: string;
  level: DivisionLevel;
  /** Code of the division above; null of the country. */
  parent: string | null;
  /** The years in which the division existed; null where open or not recorded. */
  existsFrom: number | null;
  existsTo: number | null;
  /** Of an abolished division: the code of the one that took its place (the larger part of it). */
  successor: string | null;
}
