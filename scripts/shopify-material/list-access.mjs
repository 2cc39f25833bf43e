const SCOPE = /`((?:unauthenticated_)?(?:read|write)_[a-z_]+)`/g;

/**
 * What Shopify's documentation says about who may read what, out of an annotated introspection result:
 * access scopes by type and by field, and the fields that hold protected customer data.
 */
export function listAccess(introspection) {
  const access = { types: {}, fields: {}, protected: {} };
  for (const type of introspection.__schema.types) {
    const scopes = scopesIn(type.requiredAccess);
    if (scopes.length > 0) access.types[type.name] = scopes;
    for (const field of type.fields ?? []) {
      const key = `${type.name}.${field.name}`;
      const fieldScopes = scopesIn(field.requiredAccess);
      if (fieldScopes.length > 0) access.fields[key] = fieldScopes;
      if (field.protectedContent) access.protected[key] = field.protectedContent;
    }
  }
  return access;
}

function scopesIn(sentence) {
  return [...new Set([...(sentence ?? '').matchAll(SCOPE)].map(([, scope]) => scope))];
}
