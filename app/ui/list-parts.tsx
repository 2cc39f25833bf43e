import { ChoiceList, IndexTable, Tabs } from '@shopify/polaris';

/**
 * What lists are drawn with: two screens share these parts, and they are most of what either of them adds.
 * @public nobody asks for them by name; without the export the bundler would leave them out here
 */
export const LIST_PARTS = { ChoiceList, IndexTable, Tabs };
