import { useEffect, useState, type ReactNode } from 'react';

/** Draws in the browser only: elements that App Bridge takes apart, such as a modal, must not be in the server's page. */
export function AfterMount({ children }: { readonly children: ReactNode }) {
  const [isMounted, setIsMounted] = useState(false);
  useEffect(() => setIsMounted(true), []);
  return isMounted ? children : null;
}
