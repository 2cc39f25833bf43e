import { GraphQLError, type GraphQLFieldResolver } from 'graphql';

function propertyOf(source: unknown, name: string): unknown {
  return typeof source === 'object' && source !== null ? Reflect.get(source, name) : undefined;
}

/** Answers a field with the property of its name, called when it is a function. A field that the dev store does not
 * have is an error, so that a query of the app never mistakes it for a null. */
export const resolveField: GraphQLFieldResolver<unknown, unknown> = (source, args, context, info) => {
  const value = propertyOf(source, info.fieldName);
  if (value === undefined) {
    throw new GraphQLError(
      `the dev store has no ${info.parentType.name}.${info.fieldName}: add it to the node in dev-store/graphql`,
    );
  }
  return typeof value === 'function' ? value(args, context, info) : value;
};
