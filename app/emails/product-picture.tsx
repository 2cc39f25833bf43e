import { Img } from '@react-email/img';

/** A product's picture in the width it is given at most, shrinking with the screen. */
export function ProductPicture({ url, alt, width }: { url: string; alt: string; width: number }) {
  return (
    <Img
      src={url}
      alt={alt}
      width={width}
      className="ink"
      style={{ width: '100%', maxWidth: `${width}px`, height: 'auto', borderRadius: '8px', color: '#2b2b2b' }}
    />
  );
}
