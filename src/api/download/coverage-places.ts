/** Where the objects that a query passes have a coverage, whether or not it is selected of them. */
import {
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  isRequiredArgument,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type SelectionSetNode,
} from 'graphql';
import { field, setOf } from './page-query.js';
import type { Selection } from './selection-of.js';

const coverage = 'coverage';

/** The fields that lead to an object with a coverage, as they are asked for; none where that is the object itself. */
export type CoveragePlace = readonly FieldNode[];

export const nameOf = ({ alias, name }: FieldNode): string => (alias ?? name).value;

const objectOf = (field: GraphQLField<unknown, unknown> | undefined): GraphQLObjectType | null => {
  if (field === undefined || isListType(getNullableType(field.type))) return null;
  const type = getNamedType(field.type);
  return isObjectType(type) ? type : null;
};

const hasCoverage = (type: GraphQLObjectType): boolean => objectOf(type.getFields()[coverage])?.name === 'Coverage';

/**
 * Of the object itself, and of what can be had of it without an argument, as both sides of a reconciliation.
 *
 * @param asked names of fields that are looked at by themselves
 */
export function placesOfObject(type: GraphQLObjectType, asked: ReadonlySet<string> = new Set()): CoveragePlace[] {
  if (hasCoverage(type)) return [[]];
  return Object.values(type.getFields())
    .filter((one) => !asked.has(one.name) && !one.args.some(isRequiredArgument))
    .filter((one) => {
      const below = objectOf(one);
      return below !== null && hasCoverage(below);
    })
    .map(({ name }) => [field(name)]);
}

/** Of an object and of all that is selected within it, lists aside. */
export function placesWithin(
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  selection: Selection,
): CoveragePlace[] {
  const below = selection.below(type, nodes);
  const asked = new Set([...below.values()].flatMap(([node]) => (node ? [node.name.value] : [])));
  const places = placesOfObject(type, asked);
  for (const found of below.values()) {
    const [node] = found;
    const object = node && objectOf(type.getFields()[node.name.value]);
    if (node !== undefined && object) {
      const own: FieldNode = { ...node, directives: [] };
      places.push(...placesWithin(object, found, selection).map((place) => [own, ...place]));
    }
  }
  return places;
}

/** Selects everything of a type whose fields ask nothing. */
const everythingOf = (type: GraphQLObjectType): SelectionSetNode =>
  setOf(
    Object.values(type.getFields()).map((one) => {
      const named = getNamedType(one.type);
      return field(one.name, null, isObjectType(named) ? everythingOf(named) : undefined);
    }),
  );

/** The coverage at that place, as a selection. */
export function selectionAt(place: CoveragePlace, type: GraphQLObjectType): FieldNode {
  const innermost = field(coverage, null, everythingOf(type));
  return [...place]
    .reverse()
    .reduce<FieldNode>((below, node) => ({ ...node, selectionSet: setOf([below]) }), innermost);
}

/** Names in the answer. */
export const keysOf = (place: CoveragePlace): string[] => [...place.map(nameOf), coverage];
