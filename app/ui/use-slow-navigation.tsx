import { useLocation, useNavigation } from '@remix-run/react';
import { useAppBridge } from '@shopify/app-bridge-react';
import { useEffect, useState } from 'react';

/** A page that comes sooner is simply there: something that flashes up is worse than nothing. */
const SLOW_MS = 300;

/** The path of another page that is on its way and takes long; null otherwise. The admin's loading bar runs meanwhile. */
export function useSlowNavigation(): string | null {
  const shopify = useAppBridge();
  const navigation = useNavigation();
  const { pathname } = useLocation();
  const target = navigation.state === 'loading' ? navigation.location.pathname : null;
  const wanted = target === pathname ? null : target;
  const [slow, setSlow] = useState<string | null>(null);
  useEffect(() => {
    if (wanted === null) return undefined;
    shopify.loading(true);
    const timer = setTimeout(() => setSlow(wanted), SLOW_MS);
    return () => {
      clearTimeout(timer);
      setSlow(null);
      shopify.loading(false);
    };
  }, [wanted, shopify]);
  return slow;
}

/**
 * After going to another page the focus stands at its heading, as it would in a page that was loaded anew.
 * In: whether a skeleton is drawn instead, which takes the focus with it when it goes.
 */
export function useHeadingFocus(isSkeleton: boolean): void {
  const { pathname } = useLocation();
  const [first] = useState(pathname);
  const [hasMoved, setMoved] = useState(false);
  useEffect(() => {
    if (isSkeleton || (pathname === first && !hasMoved)) return;
    setMoved(true);
    const heading = document.querySelector('h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: true });
  }, [pathname, first, hasMoved, isSkeleton]);
}
