/** Layer 1. JSON Schemas of the YAML files, for editors: completion, descriptions on hover, errors while typing. */
import * as z from 'zod';

/**
 * Draft 7, which yaml-language-server (the engine behind the YAML support of most editors) supports throughout.
 * @param id the schema's `$id`: an absolute URI or a file name
 * @param title shown by editors above the description
 */
export function toJsonSchema(schema: z.ZodType, id: string, title?: string): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type !== 'record') return;
      // Keys with their pattern: editors check `propertyNames` less well, and say less about it.
      const { pattern } = (jsonSchema.propertyNames ?? {}) as { pattern?: string };
      if (pattern === undefined) return;
      jsonSchema.patternProperties = {
        [pattern]: jsonSchema.additionalProperties as z.core.JSONSchema.JSONSchema,
      };
      jsonSchema.additionalProperties = false;
      delete jsonSchema.propertyNames;
    },
  });
  return { $schema, $id: id, ...(title !== undefined && { title }), ...rest };
}
