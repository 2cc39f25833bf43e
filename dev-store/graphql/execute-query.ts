import {
  execute,
  GraphQLError,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { resolveField } from './resolve-field';

export type GraphqlRequest = {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
};

export type PreparedQuery =
  | { readonly kind: 'valid'; readonly document: DocumentNode }
  | { readonly kind: 'invalid'; readonly errors: ReadonlyArray<GraphQLError> };

const KEPT_QUERIES = 500;

const preparedBySchema = new WeakMap<GraphQLSchema, Map<string, PreparedQuery>>();

/** Parses a query and validates it against the schema; the outcome is kept by the text of the query. */
export function prepareQuery(schema: GraphQLSchema, query: string): PreparedQuery {
  const prepared = preparedBySchema.get(schema) ?? new Map<string, PreparedQuery>();
  preparedBySchema.set(schema, prepared);
  const known = prepared.get(query);
  if (known !== undefined) return known;
  const fresh = parseAndValidate(schema, query);
  // Queries with their values written into the text would fill the memory.
  if (prepared.size >= KEPT_QUERIES) prepared.clear();
  prepared.set(query, fresh);
  return fresh;
}

function parseAndValidate(schema: GraphQLSchema, query: string): PreparedQuery {
  try {
    const document = parse(query);
    const errors = validate(schema, document);
    return errors.length === 0 ? { kind: 'valid', document } : { kind: 'invalid', errors };
  } catch (error) {
    if (error instanceof GraphQLError) return { kind: 'invalid', errors: [error] };
    throw error;
  }
}

/** Runs a valid document over the root's properties. */
export async function executeQuery(
  schema: GraphQLSchema,
  document: DocumentNode,
  request: GraphqlRequest,
  rootValue: object,
): Promise<ExecutionResult> {
  return execute({
    schema,
    document,
    rootValue,
    variableValues: request.variables,
    operationName: request.operationName,
    fieldResolver: resolveField,
  });
}
