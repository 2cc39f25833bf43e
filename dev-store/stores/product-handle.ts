/** The part of a product's URL that is made of its title: lower case, ASCII, hyphens; '' when nothing is left of it. */
export function productHandle(title: string): string {
  return title
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
