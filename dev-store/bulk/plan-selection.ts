import {
  getArgumentValues,
  getNamedType,
  GraphQLError,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** What a selection asks of nodes of one type. */
export type SelectionPlan = {
  readonly typeName: string;
  readonly fields: ReadonlyArray<FieldPlan>;
};

export type FieldPlan = {
  readonly key: string; // the alias, or the name
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly kind: 'typename' | 'leaf' | 'object' | 'connection';
  /** The plan for what the field leads to, which is of the declared type unless it says another. */
  readonly inner: (value: object) => SelectionPlan;
};

const NOTHING_INSIDE = () => ({ typeName: '', fields: [] });

/** Plans each selection once for each type: there are hundreds of thousands of nodes to walk. */
export function createPlanner(schema: GraphQLSchema, fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
  const plans = new WeakMap<SelectionSetNode, Map<string, SelectionPlan>>();

  const planSelection = (selection: SelectionSetNode, typeName: string): SelectionPlan => {
    const ofTypes = plans.get(selection) ?? new Map<string, SelectionPlan>();
    plans.set(selection, ofTypes);
    const known = ofTypes.get(typeName);
    if (known !== undefined) return known;
    const type = schema.getType(typeName);
    if (!isObjectType(type))
      throw new GraphQLError(`the dev store's ${typeName} does not say its __typename`);
    const plan = { typeName, fields: planFields(selection, type) };
    ofTypes.set(typeName, plan);
    return plan;
  };

  const planFields = (selection: SelectionSetNode, type: GraphQLObjectType): ReadonlyArray<FieldPlan> =>
    selection.selections.flatMap((part) => {
      if (part.kind === Kind.FIELD) return planField(part, type);
      const fragment = part.kind === Kind.INLINE_FRAGMENT ? part : fragments.get(part.name.value);
      const condition = fragment?.typeCondition?.name.value ?? type.name;
      const isMeant = condition === type.name || type.getInterfaces().some(({ name }) => name === condition);
      return fragment === undefined || !isMeant ? [] : planFields(fragment.selectionSet, type);
    });

  const planField = (part: FieldNode, type: GraphQLObjectType): FieldPlan => {
    const name = part.name.value;
    const key = part.alias?.value ?? name;
    const definition = type.getFields()[name];
    if (definition === undefined) return { key, name, args: {}, kind: 'typename', inner: NOTHING_INSIDE };
    const args = getArgumentValues(definition, part);
    const inside = part.selectionSet;
    if (inside === undefined) return { key, name, args, kind: 'leaf', inner: NOTHING_INSIDE };
    const declared = getNamedType(definition.type).name;
    if (!declared.endsWith('Connection')) {
      return {
        key,
        name,
        args,
        kind: 'object',
        inner: (value) => planSelection(inside, typeOf(value, declared)),
      };
    }
    const nodes = nodeSelection(inside);
    if (nodes === null) throw new GraphQLError(`${name} needs edges { node { ... } } or nodes { ... }`);
    const nodeType = declared.replace(/Connection$/, '');
    return {
      key,
      name,
      args,
      kind: 'connection',
      inner: (node) => planSelection(nodes, typeOf(node, nodeType)),
    };
  };

  return { planField };
}

function typeOf(value: object, declared: string): string {
  const own: unknown = Reflect.get(value, '__typename');
  return typeof own === 'string' ? own : declared;
}

function nodeSelection(selection: SelectionSetNode): SelectionSetNode | null {
  for (const part of selection.selections) {
    if (part.kind !== Kind.FIELD || part.selectionSet === undefined) continue;
    if (part.name.value === 'edges') return nodeSelection(part.selectionSet);
    if (part.name.value === 'node' || part.name.value === 'nodes') return part.selectionSet;
  }
  return null;
}
