import {
  getNamedType,
  getNullableType,
  isListType,
  Kind,
  parse,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
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
  if (hasConnectionInList(schema, document))
    return {
      fault: 'Queries that contain a connection field within a list field are not currently supported.',
    };

  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const [field, ...others] = operation?.selectionSet.selections ?? [];
  if (field?.kind !== Kind.FIELD || others.length > 0)
    return { fault: 'Bulk queries must have one connection at the top' };
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return { field, fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])) };
}

/** Lines of a bulk file hang on a node with an id, which the items of a plain list are not. */
function hasConnectionInList(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  const lists: boolean[] = [];
  let isFound = false;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        enter: () => {
          const type = types.getType();
          const isInList = lists.at(-1) === true;
          if (isInList && type && getNamedType(type).name.endsWith('Connection')) isFound = true;
          // The edges of a connection are a list as well, and the one that bulk files are made of.
          const isPlainList =
            isListType(getNullableType(type)) && !types.getParentType()?.name.endsWith('Connection');
          lists.push(isInList || isPlainList);
        },
        leave: () => void lists.pop(),
      },
    }),
  );
  return isFound;
}
