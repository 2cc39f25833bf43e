import type { StoreProduct } from '../../model';
import { gid } from '../gid';

export function imageNode(product: StoreProduct) {
  if (product.imageUrl === null) return null;
  return {
    __typename: 'Image',
    id: gid('ImageSource', product.id),
    altText: product.title,
    url: () => product.imageUrl,
    width: 600,
    height: 600,
  };
}

export function mediaImageNode(product: StoreProduct) {
  const image = imageNode(product);
  if (image === null) return null;
  return {
    __typename: 'MediaImage',
    id: gid('MediaImage', product.id),
    alt: product.title,
    mediaContentType: 'IMAGE',
    status: 'READY',
    image,
    preview: { image, status: 'READY' },
  };
}
