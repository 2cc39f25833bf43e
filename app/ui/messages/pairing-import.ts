/** Words of the import of pairings. */
export const pairingImport = {
  title: 'Import pairings',
  back: 'Pairings',
  file: {
    title: 'File',
    text: 'A CSV file in UTF-8 with one pairing a line, at most 200,000 lines with own_use and 400 MB. The file that Export saves can be imported as it is: edit it in a spreadsheet and bring it back.',
    removes:
      'An import adds and changes. It removes nothing: pairings that are not in the file, and lines without own_use, stay as they are.',
    label: 'CSV file',
    choose: 'Choose file',
  },
  columns: {
    title: 'Columns',
    table: 'same_order (touches 1 and 3) or next_order (touch 2).',
    products:
      'The product’s id, or its title where only one product has it. The id counts when both are there.',
    use: 'pinned, blocked, touch_3_only or curated (your own, whether or not anything was counted).',
    dates:
      'Optional: a day such as 2030-12-24, or 2030-12-24 18:00, on your store’s clock ({zone}). A day counts to its end.',
    note: 'Optional: for your team, at most 500 letters.',
    example: 'Download an example',
    exampleFailed: 'The example could not be saved. Try again.',
  },
  reading: 'Reading {name}. Nothing is changed yet.',
  importing: 'Importing {name}.',
  preview: {
    title: 'What {name} would change',
    fresh: 'New',
    changed: 'Changed',
    unchanged: 'Unchanged',
    repeated:
      '{count, plural, one {One line says} other {{count, number} lines say}} what an earlier line says, and {count, plural, one {is} other {are}} taken once.',
    wordless:
      '{count, plural, one {One line has} other {{count, number} lines have}} no decision of yours and {count, plural, one {changes} other {change}} nothing.',
    nothing: 'Nothing to change: all of it is so already.',
    none: 'Nothing to change: no line has a decision of yours in own_use.',
    moved:
      'Your pairings or products changed since the preview, so nothing was imported. This is what the file would change now.',
    confirm: '{count, plural, one {Import one pairing} other {Import {count, number} pairings}}',
  },
  done: '{fresh, plural, =0 {No pairing} one {One pairing} other {{fresh, number} pairings}} added, {changed, number} changed.',
  faults: {
    title:
      '{count, plural, one {One problem} other {{count, number} problems}} in {name}. Nothing was imported.',
    text: 'Mend the file and choose it again.',
    shown: 'The first {shown, number} are shown.',
    caption: 'Problems in the file',
    line: 'Line',
    column: 'Column',
    reason: 'Reason',
    whole: 'whole line',
  },
  failed: {
    title: 'No answer came',
    text: 'The file was not read, or the answer was lost. Try again: the preview then shows what is still to be imported.',
    again: 'Try again',
  },
  emptyCell: 'An empty cell',
  quoted: '“{value}”',
  problems: {
    empty_file: 'The file is empty. Export your pairings for a file to start from.',
    file_too_large: 'The file is larger than 400 MB. Split it and import the parts.',
    too_many_decisions:
      'From here on the file has more than 200,000 lines with own_use. Split it and import the parts.',
    workbook: 'This is a workbook of a spreadsheet. Save it there as “CSV UTF-8” and choose that file.',
    utf_16: 'The file is in UTF-16. Save it as “CSV UTF-8”.',
    not_utf_8:
      '{value} has a letter that is not in UTF-8. Save the file as “CSV UTF-8”. Reading stopped here.',
    not_text:
      'Behind {value} stands something that is no text. Save the file as “CSV UTF-8”. Reading stopped here.',
    open_quote: '{value} opens a quote that is never closed. Close it, or take it out.',
    bad_quote:
      '{value} has a quote inside of a cell. Put quotes around the whole cell and write each one in it twice. Reading stopped here.',
    line_too_long:
      'The line is longer than 20,000 letters: {value} Is a quote left open? Reading stopped here.',
    no_heading:
      '{value} is no heading. Begin the file with the names of its columns, such as table, bought, recommended, own_use.',
    column_missing: 'The heading has no such column. It reads {value}. Add the column.',
    column_unknown:
      '{value} is no column that can be read. Take it out, or correct its name as in the list of columns.',
    column_twice: '{value} names a column that is there already. Take one of them out.',
    too_many_cells:
      '{value} stands in a cell without a heading. Give it quotes if it is part of the cell before; else take it out.',
    bad_table: '{value} is neither same_order nor next_order. Write one of them.',
    no_product: 'No product is named. Write its id or its title.',
    bad_product_id:
      '{value} is no product id. Write the number at the end of the product’s address in Shopify.',
    shortened_number:
      '{value} is a number that a spreadsheet shortened. Format the column as text and write the id in full.',
    unknown_product: '{value} is not in your catalogue. Correct the id, or take the line out.',
    unknown_title:
      '{value} is the title of no product in your catalogue. Correct it, or write the product’s id.',
    ambiguous_title: '{value} is the title of {other, number} products. Write the id of the one you mean.',
    same_product: '{value} is the product that is bought. Name another one to recommend.',
    bad_use: '{value} is no use. Write pinned, blocked, touch_3_only or curated, or leave the cell empty.',
    use_not_own:
      '{value} stands in use, which only tells, and own_use is empty. Write what you decide in own_use; an import removes nothing.',
    no_use: '{value} stands beside an empty own_use. Write there what you decide, or take this out.',
    only_same_order: '{value} is for same_order: touch 3 looks at pairings of the same order only.',
    bad_date: '{value} is no date. Write it as 2030-12-24 or 2030-12-24 18:00.',
    dates: '{value} is not after the start. Correct one of the two.',
    note_too_long: 'The note is longer than 500 letters: {value} Shorten it.',
    contradiction:
      '{value}: line {other, number} decides about the same pairing in another way. Take one of the two lines out.',
  },
} as const;
