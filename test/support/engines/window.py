#!/usr/bin/python3
"""WebKit in a window without anything round it, for WebDriver: as narrow as a phone, with the cookies of Safari.

Debian's MiniBrowser has a toolbar, so it is never narrower than 447 px, and it tells nobody of errors in scripts.
Arguments: --width=PIXELS and --complaints=FILE, where a line is written for each thing that goes wrong in a page.
"""
import os
import sys

import gi

gi.require_version('Gtk', '3.0')
gi.require_version('WebKit2', '4.1')
from gi.repository import Gtk, WebKit2  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))


def argument(name):
    return next(text.split('=', 1)[1] for text in sys.argv if text.startswith(f'--{name}='))


def listener():
    with open(os.path.join(HERE, 'listener.js'), encoding='utf-8') as source:
        script = source.read().replace('export ', '')
    return f'(() => {{{script}\nlisten((what) => window.webkit.messageHandlers.complaint.postMessage(what));}})()'


def listen(manager, file):
    def note(_manager, result):
        with open(file, 'a', encoding='utf-8') as complaints:
            complaints.write(result.get_js_value().to_string().replace('\n', ' ') + '\n')

    manager.register_script_message_handler('complaint')
    manager.connect('script-message-received::complaint', note)
    frames, start = WebKit2.UserContentInjectedFrames.ALL_FRAMES, WebKit2.UserScriptInjectionTime.START
    manager.add_script(WebKit2.UserScript.new(listener(), frames, start, None, None))


def show(view, width):
    window = Gtk.Window()
    window.set_default_size(width, 900)
    window.add(view)
    window.show_all()
    # Without a graphics card, what it would draw takes the processor several times as long.
    view.get_settings().set_hardware_acceleration_policy(WebKit2.HardwareAccelerationPolicy.NEVER)
    view.grab_focus()
    view.connect('close', lambda _view: window.destroy())
    view.connect('create', lambda opener, _action: opened(opener, width))
    view.connect('permission-request', deny)


def opened(opener, width):
    view = WebKit2.WebView.new_with_related_view(opener)
    view.connect('ready-to-show', lambda ready: show(ready, width))
    return view


def deny(_view, request):
    request.deny()
    return True


def main():
    width = int(argument('width'))
    data = WebKit2.WebsiteDataManager.new_ephemeral()
    # As Safari: intelligent tracking prevention, and no cookies of third parties.
    data.set_itp_enabled(True)
    context = WebKit2.WebContext.new_with_website_data_manager(data)
    context.get_cookie_manager().set_accept_policy(WebKit2.CookieAcceptPolicy.NO_THIRD_PARTY)
    context.set_preferred_languages(['da-DK', 'da', 'en'])
    context.set_automation_allowed(True)
    manager = WebKit2.UserContentManager.new()
    listen(manager, argument('complaints'))

    def create(_session):
        view = WebKit2.WebView(web_context=context, user_content_manager=manager, is_controlled_by_automation=True)
        show(view, width)
        return view

    def started(_context, session):
        about = WebKit2.ApplicationInfo.new()
        about.set_name('MiniBrowser')
        about.set_version(*(getattr(WebKit2, f'get_{part}_version')() for part in ('major', 'minor', 'micro')))
        session.set_application_info(about)
        session.connect('create-web-view', create)

    context.connect('automation-started', started)
    Gtk.main()


main()
