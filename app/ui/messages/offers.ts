/** Words of the parts of Settings that say what may be offered, and what runs out. */
export const offers = {
  title: 'What may be offered',
  keepInStock:
    'A product is offered while more than these are in stock, so that the last ones are not gone when customers come.',
  backorders: 'Off: products that go on selling without stock are held back like others.',
  unknownCost: 'Off: with a smallest margin set, a product whose cost Shopify does not know is not offered.',
  unrated: 'Off: a product needs 5 reviews, and 4.5 stars or more.',
  sameCategory: 'For shops with one category. Off: touch 2 is skipped then.',
  types: {
    title: 'Product types',
    text: 'Encore reads from a category whether a product runs out. Correct it here; touch 3 follows the type.',
    category: 'Category',
    choose: 'Choose a category',
    add: 'Add',
    remove: 'Remove',
    removeLabel: 'Remove {name}',
    none: 'No category is set by hand.',
  },
};
