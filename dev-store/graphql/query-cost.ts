import {
  getNamedType,
  isCompositeType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
} from 'graphql';

const MUTATION_POINTS = 10;

/** Shopify does not publish how a connection's cost grows with its size; this much of the plain product comes near to
 * what it reports. */
const CONNECTION_SHARE = 0.1;

const knownCosts = new WeakMap<DocumentNode, Map<string, number>>();

/** The points that a document asks for: an object 1, a scalar 0, a connection by its `first`, a mutation 10. Kept for
 * each document, because reckoning takes as long as a small query. */
export function requestedCost(schema: GraphQLSchema, document: DocumentNode, variables: object): number {
  const sizes = Object.values(variables)
    .filter((value) => typeof value === 'number')
    .join(' ');
  const costs = knownCosts.get(document) ?? new Map<string, number>();
  knownCosts.set(document, costs);
  const cost = costs.get(sizes) ?? reckonCost(schema, document, variables);
  costs.set(sizes, cost);
  return cost;
}

function reckonCost(schema: GraphQLSchema, document: DocumentNode, variables: object): number {
  const types = new TypeInfo(schema);
  const factors: number[] = [1];
  let cost = 0;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        enter: (field) => {
          const type = getNamedType(types.getType());
          const factor = factors.at(-1) ?? 1;
          if (types.getParentType() === schema.getMutationType()) cost += MUTATION_POINTS;
          else if (type !== undefined && isCompositeType(type)) cost += factor;
          const size = type?.name.endsWith('Connection') === true ? pageSize(field, variables) : 1;
          factors.push(factor * Math.max(1, size * CONNECTION_SHARE));
        },
        leave: () => void factors.pop(),
      },
    }),
  );
  return Math.ceil(cost);
}

function pageSize(field: FieldNode, variables: object): number {
  for (const argument of field.arguments ?? []) {
    if (argument.name.value !== 'first' && argument.name.value !== 'last') continue;
    if (argument.value.kind === Kind.INT) return Number(argument.value.value);
    if (argument.value.kind === Kind.VARIABLE)
      return Number(Reflect.get(variables, argument.value.name.value)) || 1;
  }
  return 1;
}
