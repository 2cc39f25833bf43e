import { GraphQLError } from 'graphql';
import type { FieldPlan, SelectionPlan } from './plan-selection';

/** What a selection makes of one node: its own fields, and the nodes of its connections, which get lines of their own. */
export type WalkedNode = {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly children: Iterable<WalkedNode>;
};

type Below = Array<{ readonly field: FieldPlan; readonly connection: unknown }>;

/** The nodes of a connection among the resolvers' objects. Nothing is read before it is asked for. */
export function* walkConnection(field: FieldPlan, connection: unknown): Iterable<WalkedNode> {
  const everyNode: unknown = isObject(connection) ? Reflect.get(connection, 'everyNode') : null;
  if (typeof everyNode !== 'function')
    throw new GraphQLError(`the dev store's ${field.name} is no connection`);
  for (const node of everyNode()) yield walkNode(node, field.inner(node));
}

function walkNode(node: object, plan: SelectionPlan): WalkedNode {
  const below: Below = [];
  return { fields: readFields(node, plan, below), children: walkBelow(below) };
}

function* walkBelow(below: Below): Iterable<WalkedNode> {
  for (const { field, connection } of below) yield* walkConnection(field, connection);
}

function readFields(node: object, plan: SelectionPlan, below: Below): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const field of plan.fields) {
    if (field.kind === 'typename') {
      fields[field.key] = plan.typeName;
      continue;
    }
    const property: unknown = Reflect.get(node, field.name);
    if (property === undefined) {
      throw new GraphQLError(
        `the dev store has no ${plan.typeName}.${field.name}: add it to the node in dev-store/graphql`,
      );
    }
    const value: unknown = typeof property === 'function' ? property(field.args) : property;
    if (field.kind === 'connection') below.push({ field, connection: value });
    else fields[field.key] = field.kind === 'leaf' ? value : readInside(field, value, below);
  }
  return fields;
}

function readInside(field: FieldPlan, value: unknown, below: Below): unknown {
  if (Array.isArray(value)) return value.map((item) => readInside(field, item, below));
  return isObject(value) ? readFields(value, field.inner(value), below) : null;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
