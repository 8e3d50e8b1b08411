// The digits move an application, where single keys are used at all and nobody is typing.
const network = document.documentElement.dataset.network

function wanted(event) {
  if (event.altKey || event.ctrlKey || event.metaKey || event.repeat) return false
  if (localStorage.getItem(`shortcuts:${network}`) === 'off') return false
  return !event.target.closest('input, textarea, select, [contenteditable]')
}

document.addEventListener('keydown', (event) => {
  if (!wanted(event) || !/^[1-9]$/.test(event.key)) return
  const button = document.querySelector(`[data-key="${event.key}"]`)
  if (button) {
    event.preventDefault()
    button.click()
  }
})
