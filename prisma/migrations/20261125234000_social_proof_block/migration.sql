-- What others made of a product was part of the block "product" and is one of its own now: it follows right after it, so
-- that e-mails look as they did.
UPDATE "SettingsVersion" s SET settings = jsonb_set(s.settings, '{messages}', (
    SELECT jsonb_object_agg(m.key, CASE WHEN m.value ? 'blocks' THEN jsonb_set(m.value, '{blocks}', (
        SELECT jsonb_agg(b.block ORDER BY b.at, b.part) FROM (
            SELECT e.block, e.at, 0 AS part FROM jsonb_array_elements(m.value -> 'blocks') WITH ORDINALITY AS e(block, at)
            UNION ALL
            SELECT '"socialProof"'::jsonb, e.at, 1 FROM jsonb_array_elements(m.value -> 'blocks') WITH ORDINALITY AS e(block, at)
            WHERE e.block = '"product"'::jsonb
        ) b
    )) ELSE m.value END)
    FROM jsonb_each(s.settings -> 'messages') m
))
WHERE jsonb_typeof(s.settings -> 'messages') = 'object' AND s.settings -> 'messages' <> '{}'::jsonb
    AND NOT s.settings -> 'messages' @? '$.*.blocks[*] ? (@ == "socialProof")';
