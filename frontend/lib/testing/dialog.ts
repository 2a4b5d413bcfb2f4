/** jsdom knows `<dialog>` but cannot open it. This opens and closes it, without making it modal. */
export function openableDialogs(): void {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
}
