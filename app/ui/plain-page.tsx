import type { ReactNode } from 'react';

/** A page for shoppers: readable on any device, with nothing to load. */
export function PlainPage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <main
      style={{
        maxWidth: '32rem',
        margin: '4rem auto',
        padding: '0 1rem',
        fontFamily: 'system-ui, sans-serif',
        lineHeight: 1.5,
      }}
    >
      <h1 style={{ fontSize: '1.5rem' }}>{title}</h1>
      {children}
    </main>
  );
}
