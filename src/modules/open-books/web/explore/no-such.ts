export const noSuchBody =
  'There is no council of this name that has published payments. Choose one from the list of what is published.';
export const noSuchSupplier =
  'No published payment went to a supplier of this name. Search for it by the words of its name.';
export const noSuchPayment = 'There is no payment at this place of a release. Find it among the payments.';
export const noSuchPage = 'There are fewer payments than that. Go back to the first page of them.';
