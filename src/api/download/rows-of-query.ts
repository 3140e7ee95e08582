/** Which list of a query the rows of its table are: the only one there is, or the one that is named. */
import {
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { BadQuestion } from '../../store/bad-question.js';
import type { Selection } from './selection-of.js';

/** A field on the way to the rows, under its name in the answer. */
export interface Step {
  key: string;
  nodes: readonly FieldNode[];
  /** The type that the field stands in. */
  of: GraphQLObjectType;
}

/** CONNECTION: page by page. LIST: all at once. OBJECT: one row. */
export interface Place {
  kind: 'CONNECTION' | 'LIST' | 'OBJECT';
  steps: readonly Step[];
  /** The type of a row. */
  type: GraphQLObjectType;
  /** The fields whose selections are of a row. */
  row: readonly FieldNode[];
  /** Of a connection: the row is `node` of each edge. */
  edges: boolean;
}

const pathOf = (steps: readonly Step[]): string => steps.map(({ key }) => key).join('.');

/** @param named such as `division.agencies`; null where the query has one list alone */
export function placeOfRows(schema: GraphQLSchema, selection: Selection, named: string | null): Place {
  const found = placesIn(schema, selection);
  const lists = found.filter(({ kind }) => kind !== 'OBJECT');
  if (named !== null) return placeNamed(named, found);
  const [list, ...more] = lists;
  if (list !== undefined && more.length === 0) return list;
  if (list === undefined) {
    const objects = found.map(({ steps }) => pathOf(steps));
    const [object] = objects;
    const advice =
      object === undefined
        ? 'Ask for one, as in { statistics { nodes { … } } }; the schema is told at /graphql.'
        : `For a table of one row, name the object with rows, as in rows=${object}.`;
    throw new BadQuestion('BAD_USER_INPUT', `The query has no list whose items could be rows. ${advice}`, {
      rows: objects,
    });
  }
  const paths = lists.map(({ steps }) => pathOf(steps));
  throw new BadQuestion(
    'BAD_USER_INPUT',
    `The query has ${lists.length} lists, and the rows of a table come from one: ${paths.join(', ')}. Say which, as in rows=${paths[0]}.`,
    { rows: paths },
  );
}

function placeNamed(named: string, found: readonly Place[]): Place {
  const path = named.replace(/\.(nodes|edges)$/u, '');
  const place = found.find(({ steps }) => [named, path].includes(pathOf(steps)));
  if (place !== undefined) return place;
  const paths = found.map(({ steps }) => pathOf(steps));
  throw new BadQuestion(
    'BAD_USER_INPUT',
    `rows=${named}: the query has no such list outside another list. It has ${paths.join(', ') || 'none'}.`,
    { rows: paths },
  );
}

/** Every object and list that is not within a list, the outermost first. */
function placesIn(schema: GraphQLSchema, selection: Selection): Place[] {
  const places: Place[] = [];
  const root = schema.getQueryType();
  if (root == null) return places;
  const walk = (type: GraphQLObjectType, fields: Map<string, readonly FieldNode[]>, above: readonly Step[]): void => {
    for (const [key, nodes] of fields) {
      const field = type.getFields()[nodes[0]?.name.value ?? ''];
      const named = field && getNamedType(field.type);
      if (field === undefined || !isObjectType(named)) continue;
      const steps = [...above, { key, nodes, of: type }];
      const below = selection.below(named, nodes);
      if (isListType(getNullableType(field.type))) {
        places.push({ kind: 'LIST', steps, type: named, row: nodes, edges: false });
      } else if (isConnection(named)) {
        const rows = rowsOfConnection(named, below, selection);
        if (rows !== null) places.push({ kind: 'CONNECTION', steps, ...rows });
      } else {
        places.push({ kind: 'OBJECT', steps, type: named, row: nodes, edges: false });
        walk(named, below, steps);
      }
    }
  };
  walk(root, selection.top(root), []);
  return places;
}

const isConnection = (type: GraphQLObjectType): boolean => {
  const { nodes, edges, pageInfo } = type.getFields();
  return nodes !== undefined && edges !== undefined && pageInfo !== undefined;
};

/** What is selected of `nodes`, else of the `node` of each edge; null where only the connection itself is asked about. */
function rowsOfConnection(
  connection: GraphQLObjectType,
  below: Map<string, readonly FieldNode[]>,
  selection: Selection,
): Pick<Place, 'type' | 'row' | 'edges'> | null {
  const called = (fields: Map<string, readonly FieldNode[]>, name: string): readonly FieldNode[] =>
    [...fields.values()].flat().filter((node) => node.name.value === name);
  const typeOf = (type: GraphQLObjectType, name: string): GraphQLObjectType | null => {
    const found = getNamedType(type.getFields()[name]?.type);
    return isObjectType(found) ? found : null;
  };
  const [node, edge] = [typeOf(connection, 'nodes'), typeOf(connection, 'edges')];
  const nodes = called(below, 'nodes');
  if (node !== null && nodes.length > 0) return { type: node, row: nodes, edges: false };
  const edges = called(below, 'edges');
  if (node === null || edge === null || edges.length === 0) return null;
  const row = called(selection.below(edge, edges), 'node');
  return row.length === 0 ? null : { type: node, row, edges: true };
}
