import {
  Kind,
  parse,
  validate,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
} from 'graphql';

export type BulkQuery = {
  readonly field: FieldNode; // the one connection at the top
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
};

/** The query of a bulk operation, or why Shopify would not take it. */
export function readBulkQuery(schema: GraphQLSchema, query: string): BulkQuery | { readonly fault: string } {
  let document;
  try {
    document = parse(query);
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
  const errors = validate(schema, document);
  if (errors.length > 0) return { fault: errors.map(({ message }) => message).join('; ') };

  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const [field, ...others] = operation?.selectionSet.selections ?? [];
  if (field?.kind !== Kind.FIELD || others.length > 0)
    return { fault: 'Bulk queries must have one connection at the top' };
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return { field, fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])) };
}
