/**
 * Saves an answer as a file. Fetched and not linked: the admin's fetch carries the session, a plain link would not.
 * In: the answer, the file's name.
 */
export async function saveFile(answer: Response, name: string): Promise<void> {
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
