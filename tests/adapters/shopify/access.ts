import { buildSchema, getNamedType, TypeInfo, visit, visitWithTypeInfo, type DocumentNode } from 'graphql';
import { z } from 'zod';

/** Which scopes a type or field asks for (any one of them), and what personal data a field holds. */
const AccessRules = z.object({
  types: z.record(z.string(), z.array(z.string())),
  fields: z.record(z.string(), z.array(z.string())),
  protected: z.record(z.string(), z.string()),
});

export type Access = {
  readonly scopes: ReadonlyArray<ReadonlyArray<string>>; // one of each list is needed
  readonly personalFields: ReadonlyArray<string>;
};

/** What documents need by Shopify's own rules. In: schema and rules as files, documents. */
export function accessOf(schemaText: string, rulesText: string, documents: Iterable<DocumentNode>): Access {
  const schema = buildSchema(schemaText, { assumeValidSDL: true, noLocation: true });
  const rules = AccessRules.parse(JSON.parse(rulesText));
  const needed = new Map<string, ReadonlyArray<string>>();
  const personal = new Set<string>();
  const need = (scopes: ReadonlyArray<string> | undefined) => {
    if (scopes) needed.set(scopes.join('|'), scopes);
  };
  for (const document of documents) {
    const types = new TypeInfo(schema);
    visit(
      document,
      visitWithTypeInfo(types, {
        Field: ({ name }) => {
          const field = `${types.getParentType()?.name}.${name.value}`;
          const answer = types.getType();
          need(rules.fields[field]);
          if (answer) need(rules.types[getNamedType(answer).name]);
          if (rules.protected[field]) personal.add(`${field} (${rules.protected[field]})`);
        },
      }),
    );
  }
  return { scopes: [...needed.values()], personalFields: [...personal].sort() };
}
